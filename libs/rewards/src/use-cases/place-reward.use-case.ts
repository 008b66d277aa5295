import { GrantCoupons } from '@fanloop/coupons';
import { domainEvent } from '@fanloop/events';
import type { MemberId } from '@fanloop/kernel';
import { unwrap } from '@fanloop/kernel';
import { BusinessCalendar, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { isPickedUp } from '../rules/item';
import type { Item } from '../store/item.repository';
import type { Reward } from '../store/reward.repository';
import { RewardStore } from '../store/reward-store';

export interface PlaceCommand {
  readonly item: Item;
  readonly memberId: MemberId;
  readonly rewardNo: string;
  readonly ordinal: number;
}

type Placed = Pick<Reward, 'rewardId' | 'memberId' | 'kind' | 'pricePoints'>;

/** Hands out what is paid for: to the store's shelf, or what the system can hand out itself. Points and stock are taken before. */
@Injectable()
export class PlaceReward {
  constructor(
    private readonly store: RewardStore,
    private readonly coupons: GrantCoupons,
    private readonly calendar: BusinessCalendar,
    private readonly outbox: Outbox,
  ) {}

  /** One that costs points alone: written and handed out at once. */
  async execute(tx: Tx, { item, memberId, rewardNo, ordinal }: PlaceCommand, now: Date): Promise<void> {
    const { itemId, kind, title, terms, pricePoints, priceFen } = item;
    const rewardId = await this.store.rewards.insert(
      tx,
      {
        ...{ rewardNo, itemId, memberId, ordinal, kind, title, terms, pricePoints, priceFen },
        ...this.shelf(item, now),
      },
      now,
    );
    const placed = { rewardId, memberId, kind, pricePoints };
    await this.handOut(tx, item, placed, now);
    await this.tell(tx, item, placed, now);
  }

  /**
   * One that was reserved and is paid now; its row is locked by the caller. Refuses what the coupons say of their template, and
   * SoldOut where no code is left, before anything is written.
   */
  async paid(tx: Tx, item: Item, reward: Reward, now: Date): Promise<void> {
    await this.handOut(tx, item, reward, now);
    if (!(await this.store.rewards.markPaid(tx, reward.rewardId, this.shelf(item, now))))
      throw new Error(`reward ${reward.rewardNo} changed under its lock`);
    await this.tell(tx, item, reward, now);
  }

  private shelf(item: Item, now: Date) {
    if (!isPickedUp(item.kind)) return { state: 'delivered', pickUpCode: null, expiresAt: null } as const;
    // The day of redeeming is not counted: who redeems late in the evening has the whole days as well.
    const expiresAt = this.calendar.startOfDayAfter(now, item.pickUpDays + 1);
    return { state: 'ready', pickUpCode: this.store.pickUp.nextCode(), expiresAt } as const;
  }

  private async handOut(tx: Tx, item: Item, { rewardId, memberId }: Placed, now: Date): Promise<void> {
    if (item.kind === 'code') await this.store.codes.give(tx, item.itemId, rewardId);
    if (item.kind !== 'coupon') return;
    const [granted] = await this.coupons.execute(
      tx,
      [{ templateId: item.templateId!, memberId, channel: 'points' }],
      now,
    );
    await this.store.rewards.nameCoupon(tx, rewardId, unwrap(granted!).couponId);
  }

  private async tell(tx: Tx, { itemId }: Item, { rewardId, memberId, kind, pricePoints }: Placed, now: Date) {
    const fact = { rewardId, itemId, memberId, kind, points: pricePoints, at: now.toISOString() };
    await this.outbox.append(tx, [domainEvent('rewards.reward-redeemed.v1', fact, now)]);
  }
}
