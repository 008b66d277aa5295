import type { Coupon } from './coupon';
import type { CouponState, StartOfDayAfter } from './terms';

export interface GivenBack {
  readonly state: Extract<CouponState, 'claimed' | 'expired'>;
  readonly validUntil: Date;
  readonly graced: boolean;
}

/**
 * The same coupon after the refund of its purchase, under the terms of its claim. When its time has run out meanwhile,
 * or runs out sooner, it stays usable to the end of the grace days, once in its life: a return is not worthless on the
 * last day, and buying and refunding in turns does not keep a coupon alive for ever.
 */
export const giveBack = (
  coupon: Pick<Coupon, 'validUntil' | 'graced' | 'terms'>,
  at: Date,
  startOfDayAfter: StartOfDayAfter,
  undone = false,
): GivenBack => {
  // The use was a mistake of the till's: the coupon is what it was before, and keeps its grace for a real return.
  if (undone && at < coupon.validUntil)
    return { state: 'claimed', validUntil: coupon.validUntil, graced: coupon.graced };
  const days = coupon.terms.returnGraceDays;
  const grace = startOfDayAfter(at, days + 1);
  if (!coupon.graced && days > 0 && grace > coupon.validUntil)
    return { state: 'claimed', validUntil: grace, graced: true };
  const state = at < coupon.validUntil ? 'claimed' : 'expired';
  return { state, validUntil: coupon.validUntil, graced: coupon.graced };
};
