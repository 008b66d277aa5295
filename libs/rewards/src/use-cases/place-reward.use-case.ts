import { GrantCoupons } from '@fanloop/coupons';
import { domainEvent } from '@fanloop/events';
import type { MemberId } from '@fanloop/kernel';
import { unwrap } from '@fanloop/kernel';
import { BusinessCalendar, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { isPickedUp } from '../rules/item';
import type { Item } from '../store/item.repository';
import { RewardStore } from '../store/reward-store';

export interface PlaceCommand {
  readonly item: Item;
  readonly memberId: MemberId;
  readonly rewardNo: string;
  readonly ordinal: number;
}

/** Writes a reward that is paid for, and hands out what the system can hand out itself. Points and stock are taken before. */
@Injectable()
export class PlaceReward {
  constructor(
    private readonly store: RewardStore,
    private readonly coupons: GrantCoupons,
    private readonly calendar: BusinessCalendar,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, { item, memberId, rewardNo, ordinal }: PlaceCommand, now: Date): Promise<void> {
    const { itemId, kind, title, terms, pricePoints, priceFen } = item;
    const waits = isPickedUp(kind);
    const rewardId = await this.store.rewards.insert(
      tx,
      {
        ...{ rewardNo, itemId, memberId, ordinal, kind, title, terms, pricePoints, priceFen },
        state: waits ? 'ready' : 'delivered',
        pickUpCode: waits ? this.store.pickUp.nextCode() : null,
        // The day of redeeming is not counted: who redeems late in the evening has the whole days as well.
        expiresAt: waits ? this.calendar.startOfDayAfter(now, item.pickUpDays + 1) : null,
      },
      now,
    );
    if (kind === 'code') await this.store.codes.give(tx, itemId, rewardId);
    if (kind === 'coupon') await this.issueCoupon(tx, item.templateId!, memberId, rewardId, now);
    const fact = { rewardId, itemId, memberId, kind, points: pricePoints, at: now.toISOString() };
    await this.outbox.append(tx, [domainEvent('rewards.reward-redeemed.v1', fact, now)]);
  }

  private async issueCoupon(tx: Tx, templateId: string, memberId: MemberId, rewardId: string, now: Date) {
    const [granted] = await this.coupons.execute(tx, [{ templateId, memberId, channel: 'points' }], now);
    await this.store.rewards.nameCoupon(tx, rewardId, unwrap(granted!).couponId);
  }
}
