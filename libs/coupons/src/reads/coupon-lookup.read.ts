import type { Clock, Refusal, StoreId } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { coversStore } from '../rules/basket';
import { refuse } from '../rules/refusals';
import { MemberCouponsRead, type MyCoupon } from './member-coupons.read';

export interface LookedUpCoupon extends MyCoupon {
  readonly usableHere: boolean;
  /** Why not, in Chinese. */
  readonly reason: string | null;
}

/** A coupon by the number that a shopper shows, as the clerk of one store sees it. Never the owner. */
@Injectable()
export class CouponLookupRead {
  constructor(
    private readonly coupons: MemberCouponsRead,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws CouponNotFound. Spaces and small letters are forgiven: people read numbers aloud. */
  async find(couponNo: string, storeId: StoreId): Promise<LookedUpCoupon> {
    const found = await this.coupons.byNumber(couponNo.replace(/[\s-]/g, '').toUpperCase());
    if (!found) throw refuse('CouponNotFound');
    const refusal = whyNotHere(found.coupon, coversStore(found.scope, storeId), this.clock.now());
    return { ...found.coupon, usableHere: refusal === null, reason: refusal?.reason('zh') ?? null };
  }
}

const whyNotHere = (coupon: MyCoupon, covered: boolean, now: Date): Refusal | null => {
  if (coupon.state === 'redeemed') return refuse('CouponRedeemed');
  if (coupon.state === 'void') return refuse('CouponVoid');
  if (coupon.state === 'expired') return refuse('CouponExpired');
  if (coupon.state === 'locked') return refuse('CouponLocked');
  if (now < new Date(coupon.validFrom)) return refuse('CouponNotYetValid');
  return covered ? null : refuse('StoreNotCovered');
};
