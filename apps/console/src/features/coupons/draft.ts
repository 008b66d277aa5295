import type { CouponDraft, CouponTemplate, CouponValidity } from '../../shared/api/types/coupons';
import { showDay } from '../../shared/format/time';
import { t } from './strings';

export const freshCoupon: CouponDraft = {
  name: '',
  kind: 'cash',
  amountFen: 500,
  thresholdFen: 3000,
  stockTotal: 1000,
  perMemberLimit: 1,
  validity: { kind: 'days', days: 14 },
  stores: null,
  categories: null,
  claimFrom: null,
  claimUntil: null,
};

export const draftOf = (template: CouponTemplate): CouponDraft => ({
  name: template.name,
  kind: template.kind,
  amountFen: template.amountFen,
  thresholdFen: template.thresholdFen,
  stockTotal: template.stockTotal,
  perMemberLimit: template.perMemberLimit,
  validity: template.validity,
  stores: template.stores,
  categories: template.categories,
  claimFrom: template.claimFrom,
  claimUntil: template.claimUntil,
});

/** How long the coupon may be used, as the ticket says it. */
export const validityText = (validity: Partial<CouponValidity> | undefined): string => {
  if (!validity) return t.ticket.unset;
  if (validity.kind === 'days') return t.ticket.days(validity.days ?? '…');
  if (validity.kind !== 'fixed' || !validity.from || !validity.until) return t.ticket.unset;
  return t.ticket.fixed(showDay(validity.from), showDay(validity.until));
};
