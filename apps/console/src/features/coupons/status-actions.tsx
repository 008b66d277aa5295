import { Button, Popconfirm } from 'antd';
import type { CouponStatus, CouponTemplate } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { useAction } from '../../shared/ui/use-action';
import { couponsKey, setCouponStatus } from './api';
import { statusNames, t } from './strings';

export function StatusActions({ template, size = 'small' }: { template: CouponTemplate; size?: 'small' | 'middle' }) {
  const may = useMay();
  const change = useAction((status: CouponStatus) => setCouponStatus(template.templateId, status), {
    said: (_, status) => t.statusChanged(statusNames[status]),
    refresh: [couponsKey],
  });
  if (!may('coupons.write') || template.status === 'ended') return null;
  const type = size === 'small' ? 'link' : 'default';
  const isActive = template.status === 'active';
  return (
    <>
      <Button
        size={size}
        type={type}
        loading={change.isPending}
        onClick={() => change.mutate(isActive ? 'paused' : 'active')}
      >
        {isActive ? t.pause : t.activate}
      </Button>
      <Popconfirm title={t.endConfirm} onConfirm={() => change.mutate('ended')}>
        <Button size={size} type={type} danger disabled={change.isPending}>
          {t.end}
        </Button>
      </Popconfirm>
    </>
  );
}
