import type { BenefitKind, CouponTerms } from './terms';

/** How many coupons a purchase takes at most: what a clerk and a receipt can still explain. */
export const MOST_PER_PURCHASE = 5;

/** Coupons work in this order: on single pieces, then shares of the sum, then amounts. */
const ORDER: readonly BenefitKind[] = [
  'exchange',
  'buy-get',
  'nth-item',
  'percent',
  'steps',
  'cash',
  'gift',
  'free-delivery',
];

export const byOrder = (a: Pick<CouponTerms, 'kind'>, b: Pick<CouponTerms, 'kind'>): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);

/** Whether two coupons may be used in one purchase: each must agree to the other. */
export const together = (a: Pick<CouponTerms, 'stacking'>, b: Pick<CouponTerms, 'stacking'>): boolean =>
  agrees(a, b) && agrees(b, a);

const agrees = (
  { stacking: own }: Pick<CouponTerms, 'stacking'>,
  { stacking: other }: Pick<CouponTerms, 'stacking'>,
) => {
  if (own.with === 'none') return false;
  return own.with === 'all' || own.class !== other.class;
};

/** “满减券与折扣券不可同用”, “满减券每单限用一张” */
export const apartText = (a: Pick<CouponTerms, 'stacking'>, b: Pick<CouponTerms, 'stacking'>): string => {
  const [one, other] = [a.stacking.class, b.stacking.class];
  return one === other ? `${one}每单限用一张` : `${one}与${other}不可同用`;
};
