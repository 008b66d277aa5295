import { domainEvent } from '@fanloop/events';
import type { Actor, Points } from '@fanloop/kernel';
import { byId, Refusal } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Ending, Reward } from '../store/reward.repository';
import { RewardStore } from '../store/reward-store';
import { spendReference } from './spend-reference';

/**
 * Ends rewards that wait, in the caller's transaction, which has locked them: points go back into the lots they came
 * from, pieces into the stock, places into the limit (C9). Accounts ascending by member, then items ascending. The state
 * is changed by one conditional statement whose count is checked, so that no way of ending gives anything back twice (L17).
 */
@Injectable()
export class ReleaseRewards {
  constructor(
    private readonly store: RewardStore,
    private readonly loyalty: LoyaltyDoor,
    private readonly outbox: Outbox,
  ) {}

  /** Answers the points that came back. */
  async execute(tx: Tx, rewards: readonly Reward[], ending: Ending, actor: Actor): Promise<Points> {
    if (rewards.length === 0) return 0;
    const ids = rewards.map((reward) => reward.rewardId);
    if ((await this.store.rewards.end(tx, ids, ending)) !== rewards.length)
      throw new Error(`a reward among ${ids.slice(0, 5).join(', ')} changed under its lock`);
    const byMember = [...rewards].sort((a, b) => byId(a.memberId, b.memberId));
    const returned = new Map<string, Points>();
    for (const reward of byMember) returned.set(reward.rewardId, await this.returnPoints(tx, reward, ending, actor));
    await this.returnStock(tx, rewards);
    await this.tell(tx, rewards, returned, ending);
    return [...returned.values()].reduce((sum, points) => sum + points, 0);
  }

  private async returnPoints(tx: Tx, reward: Reward, ending: Ending, actor: Actor): Promise<Points> {
    try {
      const { points } = await this.loyalty.giveBack(tx, {
        reference: spendReference(reward.rewardNo),
        reason: `${ending.state === 'expired' ? '过期未领' : '取消兑换'}「${reward.title}」`,
        at: ending.at,
        actor,
      });
      return points;
    } catch (error) {
      // A refusal comes before the first write. An account that was closed takes nothing, and must not hold up the others.
      if (error instanceof Refusal && error.code === 'AccountClosed') return 0;
      throw error;
    }
  }

  private async returnStock(tx: Tx, rewards: readonly Reward[]): Promise<void> {
    const counts = new Map<string, number>();
    for (const { itemId } of rewards) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
    const ascending = [...counts].sort(([a], [b]) => byId(a, b));
    for (const [itemId, count] of ascending) await this.store.items.returnStock(tx, itemId, count);
  }

  private tell(tx: Tx, rewards: readonly Reward[], returned: ReadonlyMap<string, Points>, { cause, at }: Ending) {
    const events = rewards.map(({ rewardId, itemId, memberId }) =>
      domainEvent(
        'rewards.reward-cancelled.v1',
        { rewardId, itemId, memberId, cause, pointsReturned: returned.get(rewardId) ?? 0, at: at.toISOString() },
        at,
      ),
    );
    return this.outbox.append(tx, events);
  }
}
