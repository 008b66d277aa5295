import type { Clock, CouponId, MemberId } from '@fanloop/kernel';
import { CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { giftHold, giftUntil, whyNotGivable } from '../../rules/gift';
import { refuse } from '../../rules/refusals';
import { CouponRepository } from '../../store/coupon.repository';
import { GiftRepository } from '../../store/gift.repository';
import { HoldRepository } from '../../store/hold.repository';

export interface OfferCouponCommand {
  readonly couponId: CouponId;
  readonly memberId: MemberId;
}

export interface OfferedGift {
  readonly giftId: string;
  /** Opens the gift to whoever holds it. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Makes the link by which a friend takes a coupon, and keeps the coupon for it meanwhile. Asked again while the link lives, it
 * answers the same link: no key is needed, and none would keep the token in plain text.
 */
@Injectable()
export class OfferCoupon {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly coupons: CouponRepository,
    private readonly holds: HoldRepository,
    private readonly gifts: GiftRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws CouponNotFound, GiftNotAllowed, GiftNotAgain, CouponRedeemed, CouponVoid, CouponExpired, CouponLocked. */
  execute(command: OfferCouponCommand): Promise<OfferedGift> {
    return this.unitOfWork.run((tx) => this.offer(tx, command));
  }

  private async offer(tx: Tx, { couponId, memberId }: OfferCouponCommand): Promise<OfferedGift> {
    const at = this.clock.now();
    const coupon = (await this.coupons.lock(tx, [couponId])).get(couponId);
    if (!coupon || coupon.memberId !== memberId) throw refuse('CouponNotFound');
    const refusal = whyNotGivable(coupon, at);
    if (refusal) throw refusal;
    if (await this.gifts.isVoid(tx, coupon.templateId)) throw refuse('CouponVoid');
    const running = await this.gifts.openOf(tx, couponId);
    if (running && running.expiresAt > at) {
      const { giftId, expiresAt } = running;
      return { giftId, token: this.gifts.tokenOf(running), expiresAt };
    }
    // One that nobody took, and that the sweep has not come by yet.
    if (running) await this.gifts.close(tx, running.giftId, 'expired', at);
    const expiresAt = giftUntil(coupon, at);
    const offered = await this.gifts.insert(
      tx,
      { couponId, templateId: coupon.templateId, fromMemberId: memberId, expiresAt },
      at,
    );
    if (!(await this.holds.take(tx, couponId, giftHold(offered.giftId), expiresAt, at))) throw refuse('CouponLocked');
    return { ...offered, expiresAt };
  }
}
