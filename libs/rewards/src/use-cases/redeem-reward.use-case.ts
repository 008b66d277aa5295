import type { Clock, MemberId } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { CLOCK, Idempotency, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ItemPrice } from '../rules/item';
import { type Redemption, TakeReward } from './take-reward.use-case';

/** With the price that the member saw and agreed to. */
export interface RedeemRewardCommand extends ItemPrice {
  readonly itemId: string;
  readonly memberId: MemberId;
  readonly idempotencyKey: string;
}

/**
 * A member spends points on an item: ledger, limit, stock, what is handed out (or kept until it is paid), and events in ONE
 * transaction. Throws
 * ItemNotFound, ItemOver, ItemNotOpen, ItemNotStarted, TierTooLow, LimitReached, SoldOut, PriceChanged, the ledger's
 * PointsNotEnough and AccountClosed, and what the coupons say of their template.
 */
@Injectable()
export class RedeemReward {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly loyalty: LoyaltyDoor,
    private readonly take: TakeReward,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ idempotencyKey, ...command }: RedeemRewardCommand): Promise<Redemption> {
    const { itemId, memberId, pricePoints, priceFen } = command;
    // A tier changes seldom and redeeming takes nothing from it: it is read before, without a lock.
    const { code: tierCode, tiers } = await this.loyalty.standing(memberId);
    const claim = {
      scope: `rewards.redeem:member:${memberId}`,
      key: idempotencyKey,
      input: { itemId, pricePoints, priceFen },
    };
    return this.unitOfWork.run((tx) =>
      this.idempotency.run(tx, claim, () => this.take.execute(tx, { ...command, tierCode, tiers }, this.clock.now())),
    );
  }
}
