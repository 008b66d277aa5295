import type { MemberId, Outcome, Refusal } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import type { BasketNow } from './basket';
import { type Combination, combine } from './combination';
import type { Coupon } from './coupon';
import type { Discount } from './discount';
import { discountOf } from './discount';
import { isGiftHold } from './gift';
import { refuse } from './refusals';

export interface Use extends BasketNow {
  readonly memberId: MemberId;
  readonly at: Date;
  /** The order or purchase that uses the coupon: a coupon it has locked itself does not stand in its way. */
  readonly reference: string;
}

/** Judges the use of one coupon at the till: its owner, its state, its time, then the basket. */
export const redeem = (coupon: Coupon | undefined, use: Use): Outcome<Discount> => {
  const mine = ownUsable(coupon, use);
  return mine.ok ? discountOf(mine.value.terms, use) : mine;
};

/** The same for several that are used together. */
export const redeemTogether = (coupons: readonly (Coupon | undefined)[], use: Use): Outcome<Combination> => {
  const mine: Coupon[] = [];
  for (const coupon of coupons) {
    const judged = ownUsable(coupon, use);
    if (!judged.ok) return judged;
    mine.push(judged.value);
  }
  return combine(mine, use);
};

const ownUsable = (coupon: Coupon | undefined, use: Use): Outcome<Coupon> => {
  // Somebody else's coupon is answered as one that is not there: its existence is nobody's business.
  if (!coupon || coupon.memberId !== use.memberId) return reject(refuse('CouponNotFound'));
  const refusal = whyNotRedeemable(coupon, use);
  return refusal ? reject(refusal) : accept(coupon);
};

export const whyNotRedeemable = (coupon: Coupon, { at, reference }: Pick<Use, 'at' | 'reference'>): Refusal | null => {
  if (coupon.state === 'redeemed') return refuse('CouponRedeemed');
  if (coupon.state === 'void') return refuse('CouponVoid');
  if (coupon.state === 'expired' || at >= coupon.validUntil) return refuse('CouponExpired');
  if (at < coupon.validFrom) return refuse('CouponNotYetValid');
  if (!heldByAnother(coupon, reference, at)) return null;
  return isGiftHold(coupon.lockReference) ? refuse('CouponOffered') : refuse('CouponLocked');
};

/** A lock ends by itself at its time: an order that was never finished does not keep the coupon for ever. */
const heldByAnother = (coupon: Coupon, reference: string, at: Date): boolean =>
  coupon.state === 'locked' &&
  coupon.lockReference !== reference &&
  coupon.lockedUntil !== null &&
  at < coupon.lockedUntil;
