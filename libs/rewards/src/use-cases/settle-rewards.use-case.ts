import { domainEvent } from '@fanloop/events';
import type { Clock } from '@fanloop/kernel';
import { Refusal, systemActor } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { isGivenBack } from '../rules/reward';
import type { Reward } from '../store/reward.repository';
import { RewardStore } from '../store/reward-store';
import { PlaceReward } from './place-reward.use-case';
import { ReleaseRewards } from './release-rewards.use-case';

const ACTOR = systemActor('rewards.payments');

/** Numbers of rewards. */
export interface PaymentsTold {
  readonly paid: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
}

/**
 * What becomes of reserved rewards, by the word of the payments alone: paid ones are handed out, those of closed payments are given
 * back. Told again it changes nothing. Money for a reward that was given back meanwhile, or that cannot be handed out any
 * more, goes back, and the member is told.
 */
@Injectable()
export class SettleRewards {
  constructor(
    private readonly store: RewardStore,
    private readonly place: PlaceReward,
    private readonly release: ReleaseRewards,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, { paid, closed }: PaymentsTold): Promise<void> {
    const now = this.clock.now();
    const rewards = await this.store.rewards.lockByNumbers(tx, [...paid, ...closed]);
    const undeliverable: Reward[] = [];
    for (const reward of rewards) {
      if (!paid.has(reward.rewardNo)) continue;
      if (isGivenBack(reward.state)) await this.giveMoneyBack(tx, reward, now);
      else if (reward.state === 'reserved' && !(await this.handOut(tx, reward, now))) undeliverable.push(reward);
    }
    const ending = { state: 'cancelled', note: null, at: now } as const;
    const unpaid = rewards.filter(({ rewardNo, state }) => closed.has(rewardNo) && state === 'reserved');
    await this.release.execute(tx, unpaid, { ...ending, cause: 'not-paid' }, ACTOR);
    await this.release.execute(tx, undeliverable, { ...ending, cause: 'undeliverable' }, ACTOR);
    for (const reward of undeliverable) await this.tell(tx, reward, 'undeliverable', now);
  }

  /** False where the coupons or the codes refuse: their refusal comes before the first write. */
  private async handOut(tx: Tx, reward: Reward, now: Date): Promise<boolean> {
    const item = await this.store.items.byId(tx, reward.itemId);
    try {
      await this.place.paid(tx, item!, reward, now);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  private async giveMoneyBack(tx: Tx, reward: Reward, now: Date): Promise<void> {
    // Nothing left to go back: whoever undid it saw the money already.
    const fen = await this.release.giveMoneyBack(tx, reward, '礼品已取消，付款自动退回', ACTOR);
    if (fen > 0) await this.tell(tx, reward, 'given-back', now);
  }

  private async tell(tx: Tx, reward: Reward, why: 'given-back' | 'undeliverable', now: Date): Promise<void> {
    const { rewardId, rewardNo, itemId, memberId, title, priceFen } = reward;
    const fact = { rewardId, rewardNo, itemId, memberId, title, amountFen: priceFen, why, at: now.toISOString() };
    await this.outbox.append(tx, [domainEvent('rewards.payment-returned.v1', fact, now)]);
  }
}
