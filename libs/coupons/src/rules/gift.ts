import type { CouponId, MemberId, Outcome, Refusal } from '@fanloop/kernel';
import { accept, addMs, reject } from '@fanloop/kernel';
import type { Coupon } from './coupon';
import { refuseGift } from './gift-refusals';
import { refuse } from './refusals';

const HOUR_MS = 3_600_000;

export type GiftState = 'offered' | 'accepted' | 'withdrawn' | 'expired';

/** A coupon on its way to a friend. */
export interface Gift {
  readonly giftId: string;
  readonly couponId: CouponId;
  readonly templateId: string;
  readonly fromMemberId: MemberId;
  readonly toMemberId: MemberId | null;
  readonly state: GiftState;
  readonly expiresAt: Date;
}

/** What holds a coupon while a friend may take it. */
export const giftHold = (giftId: string): string => `gift:${giftId}`;
export const isGiftHold = (reference: string | null): boolean => reference?.startsWith('gift:') ?? false;

/** A frozen or closed account gives and takes nothing (GiftMemberInactive). Who they are is for the caller to know. */
export const assertGiftParties = (areActive: boolean): void => {
  if (!areActive) throw refuseGift('GiftMemberInactive');
};

/** Why its owner may not give a coupon on now. A gift of its own that runs is no hindrance: it is shared once more. */
export const whyNotGivable = (coupon: Coupon, at: Date): Refusal | null => {
  if (coupon.channel === 'gift') return refuseGift('GiftNotAgain');
  if (coupon.terms.giving === null) return refuseGift('GiftNotAllowed');
  if (coupon.state === 'redeemed') return refuse('CouponRedeemed');
  if (coupon.state === 'void') return refuse('CouponVoid');
  if (coupon.state === 'expired' || at >= coupon.validUntil) return refuse('CouponExpired');
  const isHeld = coupon.state === 'locked' && coupon.lockedUntil !== null && at < coupon.lockedUntil;
  return isHeld && !isGiftHold(coupon.lockReference) ? refuse('CouponLocked') : null;
};

/** A gift ends with the coupon at the latest. */
export const giftUntil = (coupon: Coupon, at: Date): Date => {
  const lasting = (coupon.terms.giving?.hours ?? 0) * HOUR_MS;
  return addMs(at, Math.min(lasting, coupon.validUntil.getTime() - at.getTime()));
};

/**
 * Whether this member gets the coupon; `received` is how many of the template came to them as gifts. `again`: they have it already,
 * and are told so once more.
 */
export const acceptGift = (
  gift: Gift,
  coupon: Coupon | undefined,
  { memberId, at, received }: { readonly memberId: MemberId; readonly at: Date; readonly received: number },
): Outcome<'now' | 'again'> => {
  if (gift.fromMemberId === memberId) return reject(refuseGift('GiftOwn'));
  if (gift.state === 'accepted')
    return gift.toMemberId === memberId ? accept('again') : reject(refuseGift('GiftTaken'));
  if (gift.state === 'withdrawn') return reject(refuseGift('GiftWithdrawn'));
  if (!coupon || coupon.state === 'void') return reject(refuseGift('GiftGone'));
  if (at >= coupon.validUntil || coupon.state === 'expired') return reject(refuse('CouponExpired'));
  if (gift.state === 'expired' || at >= gift.expiresAt) return reject(refuseGift('GiftExpired'));
  const isHeld = coupon.state === 'locked' && coupon.lockReference === giftHold(gift.giftId);
  if (!isHeld || coupon.memberId !== gift.fromMemberId) return reject(refuseGift('GiftGone'));
  const limit = coupon.terms.giving?.perReceiver ?? 0;
  return received >= limit ? reject(refuseGift('GiftLimitReached', { limit })) : accept('now');
};
