import { domainEvent } from '@fanloop/events';
import type { Clock, CouponId, MemberId } from '@fanloop/kernel';
import { unwrap } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { acceptGift, giftHold } from '../../rules/gift';
import { refuseGift } from '../../rules/gift-refusals';
import { refuse } from '../../rules/refusals';
import { GiftDesk } from '../../store/gift-desk';

export interface AcceptGiftCommand {
  readonly token: string;
  readonly memberId: MemberId;
}

/**
 * A friend takes the coupon: the same coupon with the same terms and end, once in its life. Of two friends at once one gets it. Accepting
 * twice answers alike. Template, coupon and gift are locked in this order.
 */
@Injectable()
export class AcceptGift {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: GiftDesk,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The coupon's id. Throws GiftNotFound, GiftOwn, GiftTaken, GiftWithdrawn, GiftExpired, GiftGone, GiftLimitReached,
   * CouponExpired, CouponVoid.
   */
  execute(command: AcceptGiftCommand): Promise<CouponId> {
    return this.unitOfWork.run((tx) => this.accept(tx, command));
  }

  private async accept(tx: Tx, { token, memberId }: AcceptGiftCommand): Promise<CouponId> {
    const { templates, coupons, gifts } = this.desk;
    const at = this.clock.now();
    const seen = await gifts.byToken(tx, token);
    if (!seen) throw refuseGift('GiftNotFound');
    const template = (await templates.lock(tx, [seen.templateId])).get(seen.templateId);
    if (template?.voided === 1) throw refuse('CouponVoid');
    const coupon = (await coupons.lock(tx, [seen.couponId])).get(seen.couponId);
    const gift = (await gifts.lock(tx, seen.giftId))!;
    const received = await gifts.received(tx, gift.templateId, memberId);
    const outcome = unwrap(acceptGift(gift, coupon, { memberId, at, received }));
    if (outcome === 'again') return gift.couponId;
    if (!(await gifts.accept(tx, gift, memberId, giftHold(gift.giftId), at))) throw refuseGift('GiftTaken');
    const { giftId, couponId, templateId, fromMemberId } = gift;
    const told = { giftId, couponId, templateId, fromMemberId, toMemberId: memberId, name: coupon!.terms.name };
    await this.outbox.append(tx, [domainEvent('coupons.gift-accepted.v1', { ...told, at: at.toISOString() }, at)]);
    return couponId;
  }
}
