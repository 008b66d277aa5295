import { domainEvent } from '@fanloop/events';
import type { Clock } from '@fanloop/kernel';
import { CLOCK, Outbox, Reader, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { giftHold } from '../../rules/gift';
import type { KeptGift } from '../../store/gift.repository';
import { GiftDesk } from '../../store/gift-desk';

const BATCH = 200;

/** The sweep: gifts that nobody took go back, each in a transaction of its own, and the giver is told. */
@Injectable()
export class ExpireGifts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly desk: GiftDesk,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many went back. */
  async execute(): Promise<number> {
    for (let total = 0; ; ) {
      const due = await this.desk.gifts.due(this.reader, this.clock.now(), BATCH);
      for (const gift of due) if (await this.unitOfWork.run((tx) => this.expire(tx, gift))) total += 1;
      if (due.length < BATCH) return total;
    }
  }

  private async expire(tx: Tx, { giftId, couponId, templateId, fromMemberId: memberId }: KeptGift): Promise<boolean> {
    const { coupons, holds, gifts } = this.desk;
    const at = this.clock.now();
    const coupon = (await coupons.lock(tx, [couponId])).get(couponId);
    if (!(await gifts.close(tx, giftId, 'expired', at))) return false;
    await holds.free(tx, [couponId], giftHold(giftId), at);
    // A coupon whose own time is over, or that went with its owner's account, is nothing that came back.
    if (coupon && coupon.state !== 'void' && coupon.validUntil > at)
      await this.outbox.append(tx, [
        domainEvent(
          'coupons.gift-returned.v1',
          { giftId, couponId, templateId, memberId, name: coupon.terms.name, at: at.toISOString() },
          at,
        ),
      ]);
    return true;
  }
}
