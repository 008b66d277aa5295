import { Button, Popconfirm } from 'antd';
import type { MallItem, MallItemStatusChange } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { useAction } from '../../shared/ui/use-action';
import { itemsKey, setItemStatus } from './api';
import { statusNames, t } from './strings';

export function StatusActions({ item, size = 'small' }: { item: MallItem; size?: 'small' | 'middle' }) {
  const may = useMay();
  const change = useAction((status: MallItemStatusChange) => setItemStatus(item.id, status), {
    said: (_, status) => t.statusChanged(statusNames[status]),
    refresh: [itemsKey],
  });
  if (!may('rewards.write') || item.status === 'ended') return null;
  const type = size === 'small' ? 'link' : 'default';
  const isActive = item.status === 'active';
  return (
    <>
      <Button
        size={size}
        type={type}
        loading={change.isPending}
        onClick={() => change.mutate(isActive ? 'paused' : 'active')}
      >
        {isActive ? t.pause : t.publish}
      </Button>
      <Popconfirm title={t.endConfirm} onConfirm={() => change.mutate('ended')}>
        <Button size={size} type={type} danger disabled={change.isPending}>
          {t.end}
        </Button>
      </Popconfirm>
    </>
  );
}
