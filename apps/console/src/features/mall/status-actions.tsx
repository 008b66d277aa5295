import type { MallItem } from '../../shared/api/types';
import { StatusButtons } from '../../shared/ui/status-buttons';
import { itemsKey, setItemStatus } from './api';
import { statusNames, t } from './strings';

export function StatusActions({ item, size }: { item: MallItem; size?: 'small' | 'middle' }) {
  return (
    <StatusButtons
      status={item.status}
      mayWrite="rewards.write"
      change={(next) => setItemStatus(item.id, next)}
      texts={{ ...t, start: t.publish, changed: (next) => t.statusChanged(statusNames[next]) }}
      refresh={[itemsKey]}
      size={size}
    />
  );
}
