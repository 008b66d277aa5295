import type { CouponDraft, CouponTemplate } from '../../shared/api/types';
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
  returnGraceDays: 3,
};

/** A validity while it is being typed; each part may still be missing. */
interface HalfValidity {
  kind?: 'days' | 'fixed';
  days?: number;
  from?: string;
  until?: string;
}

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
  returnGraceDays: template.returnGraceDays,
});

/** How long the coupon may be used, as the ticket says it. */
export const validityText = (validity: HalfValidity | undefined): string => {
  if (!validity) return t.ticket.unset;
  if (validity.kind === 'days') return t.ticket.days(validity.days ?? '…');
  if (validity.kind !== 'fixed' || !validity.from || !validity.until) return t.ticket.unset;
  return t.ticket.fixed(showDay(validity.from), showDay(validity.until));
};
