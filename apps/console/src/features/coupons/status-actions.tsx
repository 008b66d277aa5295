import { Button } from 'antd';
import { useState } from 'react';
import type { CouponStatusChange, CouponTemplate } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { useAction } from '../../shared/ui/use-action';
import { couponsKey, setCouponStatus } from './api';
import { EndDialog } from './end-dialog';
import { PauseDialog } from './pause-dialog';
import { statusNames, t } from './strings';

/** active ⇄ paused → ended, each with what it means for what members hold already. */
export function StatusActions({ template, size = 'small' }: { template: CouponTemplate; size?: 'small' | 'middle' }) {
  const may = useMay();
  const [asking, ask] = useState<'pause' | 'end' | null>(null);
  const action = useAction((change: CouponStatusChange) => setCouponStatus(template.templateId, change), {
    said: (_, { status }) => t.statusChanged(statusNames[status]),
    refresh: [couponsKey],
    onDone: () => ask(null),
  });
  if (!may('coupons.write') || template.status === 'ended') return null;
  const type = size === 'small' ? 'link' : 'default';
  const dialog = { isBusy: action.isPending, onClose: () => ask(null), onChange: action.mutate };
  const isActive = template.status === 'active';
  return (
    <>
      <Button
        size={size}
        type={type}
        loading={action.isPending && asking === null}
        onClick={() => (isActive ? ask('pause') : action.mutate({ status: 'active' }))}
      >
        {isActive ? t.pause : t.activate}
      </Button>
      <Button size={size} type={type} danger disabled={action.isPending} onClick={() => ask('end')}>
        {t.end}
      </Button>
      {asking === 'pause' ? <PauseDialog {...dialog} /> : null}
      {asking === 'end' ? <EndDialog templateId={template.templateId} {...dialog} /> : null}
    </>
  );
}
