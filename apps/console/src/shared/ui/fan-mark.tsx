import { Tag } from 'antd';
import type { Named } from '../api/types/common';
import { fanTierColour, fanTierOf } from '../lookups/fan-tiers';

export function FanMark({ value }: { value: Named | string | null | undefined }) {
  const tier = fanTierOf(value);
  if (!tier) return <span>—</span>;
  return <Tag color={fanTierColour(tier)}>{tier.name}</Tag>;
}
