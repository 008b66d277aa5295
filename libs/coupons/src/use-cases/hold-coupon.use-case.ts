import type { Clock, CouponId, MemberId } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { whyNotRedeemable } from '../rules/redeem';
import { refuse } from '../rules/refusals';
import { CouponRepository } from '../store/coupon.repository';
import { HoldRepository } from '../store/hold.repository';

export interface HoldCouponCommand {
  readonly couponId: CouponId;
  readonly memberId: MemberId;
  /** The order that keeps the coupon; redeeming names the same reference. */
  readonly reference: string;
  /** The lock ends by itself then. */
  readonly until: Date;
}

/** Keeps a coupon for an order that is being paid, so that no other order takes it meanwhile. */
@Injectable()
export class HoldCoupon {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly holds: HoldRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, { couponId, memberId, reference, until }: HoldCouponCommand): Promise<void> {
    const now = this.clock.now();
    const coupon = (await this.coupons.lock(tx, [couponId])).get(couponId);
    if (!coupon || coupon.memberId !== memberId) throw refuse('CouponNotFound');
    const refusal = whyNotRedeemable(coupon, { at: now, reference });
    if (refusal) throw refusal;
    if (!(await this.holds.take(tx, couponId, reference, until, now))) throw refuse('CouponLocked');
  }
}
