import { Tag } from 'antd';
import type { Named } from '../api/types';
import { fanTierColour } from '../lookups/fan-tiers';

export function FanMark({ value }: { value: Named | null }) {
  if (!value) return <span>—</span>;
  return <Tag color={fanTierColour(value.code)}>{value.name}</Tag>;
}
