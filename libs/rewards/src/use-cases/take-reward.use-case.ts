import type { MemberId, Points } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ItemPrice } from '../rules/item';
import { firstFree, priceText, type Shopper, whyNotRedeem } from '../rules/redeem';
import { refuse } from '../rules/refusals';
import type { Item } from '../store/item.repository';
import { RewardStore } from '../store/reward-store';
import { PlaceReward } from './place-reward.use-case';
import { ReserveReward } from './reserve-reward.use-case';
import { spendReference } from './spend-reference';

/** With the price that the member agreed to. */
export interface TakeCommand extends Pick<Shopper, 'tiers' | 'tierCode'>, ItemPrice {
  readonly itemId: string;
  readonly memberId: MemberId;
}

/** Plain JSON, because it is stored as the answer to a repeated request. */
export interface Redemption {
  readonly rewardNo: string;
  /** Points of the member afterwards. */
  readonly pointsLeft: Points;
  /** What is still to be paid for it; null where it cost points alone. */
  readonly paymentNo: string | null;
}

/**
 * Takes an item for points in the caller's transaction, and starts the payment of its part in ¥. Locks in this order: the member's account, so that requests of
 * one member pass one after another and see each other's places in the limit; then the item, late and briefly, because
 * a crowd meets there.
 */
@Injectable()
export class TakeReward {
  constructor(
    private readonly store: RewardStore,
    private readonly loyalty: LoyaltyDoor,
    private readonly place: PlaceReward,
    private readonly reserve: ReserveReward,
  ) {}

  async execute(tx: Tx, command: TakeCommand, now: Date): Promise<Redemption> {
    const { memberId } = command;
    const item = await this.store.items.byId(tx, command.itemId);
    if (!item || item.status === 'draft') throw refuse('ItemNotFound');
    assertOpen(item, command, 0, now);
    const rewardNo = this.store.pickUp.nextNumber();
    const spent = await this.loyalty.spend(tx, {
      memberId,
      points: item.pricePoints,
      reference: spendReference(rewardNo),
      reason: `兑换「${item.title}」`,
      at: now,
      actor: { kind: 'member', id: memberId },
    });
    const taken = await this.store.rewards.ordinals(tx, item.itemId, memberId);
    assertOpen(item, command, taken.length, now);
    await this.takeStock(tx, item, { ...command, held: taken.length }, now);
    const placing = { item, memberId, rewardNo, ordinal: firstFree(taken) };
    const paymentNo = item.priceFen > 0 ? await this.reserve.execute(tx, placing, now) : null;
    if (paymentNo === null) await this.place.execute(tx, placing, now);
    return { rewardNo, pointsLeft: spent.balanceAfter, paymentNo };
  }

  /** The statement itself counts the stock. Where it took nothing, the item as it is now says why. */
  private async takeStock(tx: Tx, item: Item, command: TakeCommand & { held: number }, now: Date): Promise<void> {
    if (await this.store.items.takeStock(tx, item.itemId, item)) return;
    const present = await this.store.items.byId(tx, item.itemId);
    if (present) assertOpen(present, command, command.held, now);
    throw refuse('SoldOut');
  }
}

const assertOpen = (item: Item, command: TakeCommand, held: number, now: Date): void => {
  const refusal = whyNotRedeem(item, { ...command, held, available: null }, now);
  if (refusal) throw refusal;
  if (item.pricePoints !== command.pricePoints || item.priceFen !== command.priceFen)
    throw refuse('PriceChanged', { price: priceText(item) });
};
