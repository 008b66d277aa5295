import type { CouponTemplate } from '../../shared/api/types';
import { StatusButtons } from '../../shared/ui/status-buttons';
import { couponsKey, setCouponStatus } from './api';
import { statusNames, t } from './strings';

export function StatusActions({ template, size }: { template: CouponTemplate; size?: 'small' | 'middle' }) {
  return (
    <StatusButtons
      status={template.status}
      mayWrite="coupons.write"
      change={(next) => setCouponStatus(template.templateId, next)}
      texts={{ ...t, start: t.activate, changed: (next) => t.statusChanged(statusNames[next]) }}
      refresh={[couponsKey]}
      size={size}
    />
  );
}
