import type { CouponBenefit, CouponDraft, CouponTemplate } from '../../shared/api/types';
import { briefFen } from '../../shared/format/money';
import { showDay } from '../../shared/format/time';
import { t } from './strings';

export const freshCoupon: CouponDraft = {
  name: '',
  benefit: { kind: 'cash', amountFen: 500 },
  thresholdFen: 3000,
  stockTotal: 1000,
  perMemberLimit: 1,
  validity: { kind: 'days', days: 14 },
  stores: null,
  categories: null,
  skus: null,
  channels: null,
  tiers: null,
  tags: null,
  firstPurchaseOnly: false,
  useTimes: { weekdays: null, hours: null, holidays: 'any', blackouts: [] },
  stacking: { class: '满减券', with: 'none' },
  claimFrom: null,
  claimUntil: null,
  openTo: 'everyone',
  audienceId: null,
  clerkPerDay: null,
  returnGraceDays: 3,
  belowThreshold: 'keep',
  budgets: { claimsPerDay: null, usesPerStoreDay: null, totalFen: null, dayFen: null, storeFen: null },
  giving: null,
};

/** What stands large on the ticket while it is being typed; the server says the same of what is saved. */
export const headlineOf = (benefit: Partial<CouponBenefit> | undefined): string => {
  switch (benefit?.kind) {
    case 'cash':
      return briefFen(benefit.amountFen ?? 0);
    case 'percent':
      return t.ticket.fold(benefit.percent ?? 0);
    case 'steps':
      return briefFen(benefit.steps?.at(-1)?.amountFen ?? 0);
    case 'nth-item':
      return benefit.percent === 0 ? t.ticket.free : t.ticket.fold(benefit.percent ?? 0);
    case 'buy-get':
      return t.ticket.buyGet(benefit.buy ?? '…', benefit.get ?? '…');
    case 'exchange':
      return benefit.payFen ? t.ticket.exchangeFor(briefFen(benefit.payFen)) : t.ticket.exchange;
    case 'gift':
      return t.ticket.gift;
    case 'free-delivery':
      return t.ticket.delivery;
    default:
      return '';
  }
};

/** From what amount on the headline holds: steps have it in the step that stands large. */
export const headlineFrom = ({ benefit, thresholdFen }: Partial<CouponDraft>): number =>
  (benefit?.kind === 'steps' ? benefit.steps?.at(-1)?.thresholdFen : thresholdFen) ?? 0;

/** A fresh benefit of each kind, to be changed. */
export const BENEFITS: Record<CouponBenefit['kind'], CouponBenefit> = {
  cash: { kind: 'cash', amountFen: 500 },
  percent: { kind: 'percent', percent: 85, capFen: null },
  steps: {
    kind: 'steps',
    steps: [
      { thresholdFen: 5000, amountFen: 500 },
      { thresholdFen: 10_000, amountFen: 1200 },
    ],
  },
  'nth-item': { kind: 'nth-item', nth: 2, percent: 50 },
  'buy-get': { kind: 'buy-get', buy: 2, get: 1 },
  exchange: { kind: 'exchange', payFen: 0 },
  gift: { kind: 'gift', gift: '' },
  'free-delivery': { kind: 'free-delivery', capFen: null },
};

/** Steps hold their own thresholds, so the coupon has none beside them, whatever was typed before the kind changed. */
const thresholdOf = ({ benefit, thresholdFen }: Pick<CouponDraft, 'benefit' | 'thresholdFen'>): number =>
  benefit.kind === 'steps' ? 0 : thresholdFen;

const someOrNull = <T>(list: T[] | null | undefined): T[] | null => (list?.length ? list : null);

/** What the form holds while it is typed, over what it began with. */
export const typedCoupon = (initial: CouponDraft, typed: Partial<CouponDraft> | undefined): CouponDraft => {
  const draft = { ...initial, ...typed, benefit: typed?.benefit ?? initial.benefit };
  return { ...draft, thresholdFen: thresholdOf(draft) };
};

/** What is saved: a list with nothing in it means no limit. */
export const finishedCoupon = (initial: CouponDraft, typed: CouponDraft): CouponDraft => {
  const draft = typedCoupon(initial, typed);
  const { weekdays, hours } = draft.useTimes;
  return {
    ...draft,
    categories: someOrNull(draft.categories),
    audienceId: draft.openTo === 'audience' ? draft.audienceId : null,
    useTimes: { ...draft.useTimes, weekdays: someOrNull(weekdays), hours: someOrNull(hours) },
  };
};

/** Whether anything under “more conditions” is asked for: such a coupon opens with them in sight. */
export const hasUseConditions = ({
  tiers,
  tags,
  firstPurchaseOnly,
  useTimes,
  stacking,
  giving,
}: CouponDraft): boolean =>
  Boolean(tiers?.length || tags?.length || useTimes.weekdays?.length || useTimes.hours?.length) ||
  firstPurchaseOnly ||
  useTimes.holidays !== 'any' ||
  useTimes.blackouts.length > 0 ||
  stacking.with !== freshCoupon.stacking.with ||
  giving !== null;

/** Whether any budget is set. */
export const hasBudgets = ({ budgets }: Pick<CouponDraft, 'budgets'>): boolean =>
  Object.values(budgets).some((limit) => limit !== null && limit !== undefined);

/** A validity while it is being typed; each part may still be missing. */
interface HalfValidity {
  kind?: 'days' | 'fixed';
  days?: number;
  from?: string;
  until?: string;
}

export const draftOf = (template: CouponTemplate): CouponDraft => ({
  name: template.name,
  benefit: template.benefit,
  thresholdFen: template.thresholdFen,
  stockTotal: template.stockTotal,
  perMemberLimit: template.perMemberLimit,
  validity: template.validity,
  stores: template.stores,
  categories: template.categories,
  skus: template.skus,
  channels: template.channels,
  tiers: template.tiers,
  tags: template.tags,
  firstPurchaseOnly: template.firstPurchaseOnly,
  useTimes: template.useTimes,
  stacking: template.stacking,
  claimFrom: template.claimFrom,
  claimUntil: template.claimUntil,
  openTo: template.openTo,
  audienceId: template.audienceId,
  clerkPerDay: template.clerkPerDay,
  returnGraceDays: template.returnGraceDays,
  belowThreshold: template.belowThreshold,
  budgets: template.budgets,
  giving: template.giving,
});

/** How long the coupon may be used, as the ticket says it. */
export const validityText = (validity: HalfValidity | undefined): string => {
  if (!validity) return t.ticket.unset;
  if (validity.kind === 'days') return t.ticket.days(validity.days ?? '…');
  if (validity.kind !== 'fixed' || !validity.from || !validity.until) return t.ticket.unset;
  return t.ticket.fixed(showDay(validity.from), showDay(validity.until));
};
