import { domainEvent } from '@fanloop/events';
import type { Clock, StaffId, StoreId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { CLOCK, Outbox, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { whyNotPickUp } from '../rules/reward';
import type { Reward } from '../store/reward.repository';
import { RewardStore } from '../store/reward-store';

export interface HandOverCommand {
  /** As scanned or typed. */
  readonly code: string;
  readonly storeId: StoreId;
  readonly staffId: StaffId;
}

/**
 * A clerk hands a reward over, once: the state changes by a conditional statement, so a code that is shown twice, or read
 * by two clerks at once, is good for one. Throws PickUpCodeInvalid, RewardPickedUp, RewardCancelled, RewardExpired,
 * NotInThisStore, and what the organization says of a clerk of another store.
 */
@Injectable()
export class HandOverReward {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RewardStore,
    private readonly organization: OrganizationDoor,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The number of the reward. */
  async execute({ code, storeId, staffId }: HandOverCommand): Promise<string> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      await this.organization.assertMay(staffId, 'rewards.hand-over', storeId);
      const reward = await this.find(tx, code);
      const item = await this.store.items.byId(tx, reward.itemId);
      const refusal = whyNotPickUp(reward, { storeId, storeIds: item?.storeIds ?? null }, now);
      if (refusal) throw refusal;
      if (!(await this.store.rewards.handOver(tx, reward.rewardId, { storeId, staffId, at: now })))
        throw refuse('RewardPickedUp');
      const { rewardId, itemId, memberId, rewardNo } = reward;
      const fact = { rewardId, itemId, memberId, storeId, staffId, at: now.toISOString() };
      await this.outbox.append(tx, [domainEvent('rewards.reward-picked-up.v1', fact, now)]);
      return rewardNo;
    });
  }

  private async find(tx: Tx, typed: string): Promise<Reward> {
    const code = this.store.pickUp.read(typed);
    const reward = code === null ? null : await this.store.rewards.lockByCode(tx, code);
    if (!reward) throw refuse('PickUpCodeInvalid');
    return reward;
  }
}
