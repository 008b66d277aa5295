import { domainEvent } from '@fanloop/events';
import type { Actor, Fen, Points } from '@fanloop/kernel';
import { byId, Refusal } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { PaymentsDoor } from '@fanloop/payments';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable, Logger } from '@nestjs/common';
import { REWARD_PURPOSE } from '../rules/reward';
import type { Ending, Reward } from '../store/reward.repository';
import { RewardStore } from '../store/reward-store';
import { spendReference } from './spend-reference';

/** What came back. */
export interface Released {
  readonly points: Points;
  /** On its way back, by WeChat. */
  readonly fen: Fen;
}

/**
 * Ends rewards that wait, in the caller's transaction, which has locked them: points go back into the lots they came
 * from, pieces into the stock, places into the limit (C9), money to whoever paid. Payments in the rewards' order, then accounts
 * ascending by member, then items ascending. The state is changed by one conditional statement whose count is checked, so that no way of ending gives anything back twice (L17).
 */
@Injectable()
export class ReleaseRewards {
  private readonly logger = new Logger('rewards');

  constructor(
    private readonly store: RewardStore,
    private readonly loyalty: LoyaltyDoor,
    private readonly payments: PaymentsDoor,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, rewards: readonly Reward[], ending: Ending, actor: Actor): Promise<Released> {
    if (rewards.length === 0) return { points: 0, fen: 0 };
    const ids = rewards.map((reward) => reward.rewardId);
    if ((await this.store.rewards.end(tx, ids, ending)) !== rewards.length)
      throw new Error(`a reward among ${ids.slice(0, 5).join(', ')} changed under its lock`);
    let fen = 0;
    for (const reward of rewards) fen += await this.giveMoneyBack(tx, reward, reasonOf(reward, ending), actor);
    const byMember = [...rewards].sort((a, b) => byId(a.memberId, b.memberId));
    const returned = new Map<string, Points>();
    for (const reward of byMember) returned.set(reward.rewardId, await this.returnPoints(tx, reward, ending, actor));
    await this.returnStock(tx, rewards);
    await this.tell(tx, rewards, returned, ending);
    return { points: [...returned.values()].reduce((sum, points) => sum + points, 0), fen };
  }

  /**
   * An open payment is given up, the rest of a paid one goes back; answers what goes back. What cannot go back any more is told
   * to a person, and holds up nobody's sweep.
   */
  async giveMoneyBack(tx: Tx, { rewardNo, priceFen }: Reward, reason: string, actor: Actor): Promise<Fen> {
    if (priceFen === 0) return 0;
    const payment = await this.payments.of(tx, REWARD_PURPOSE, rewardNo);
    if (!payment) throw new Error(`reward ${rewardNo} has no payment`);
    const requestedBy = `${actor.kind}:${actor.id}`;
    try {
      return await this.payments.undo(tx, { paymentNo: payment.paymentNo, reference: rewardNo, reason, requestedBy });
    } catch (error) {
      if (!(error instanceof Refusal) || actor.kind !== 'system') throw error;
      this.logger.warn({ rewardNo, why: error.code }, 'the money for a reward could not be given back');
      return 0;
    }
  }

  private async returnPoints(tx: Tx, reward: Reward, ending: Ending, actor: Actor): Promise<Points> {
    try {
      const { points } = await this.loyalty.giveBack(tx, {
        reference: spendReference(reward.rewardNo),
        reason: reasonOf(reward, ending),
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
    // One that was never paid was never told as redeemed.
    const held = rewards.filter(({ state }) => state !== 'reserved');
    const events = held.map(({ rewardId, itemId, memberId }) =>
      domainEvent(
        'rewards.reward-cancelled.v1',
        { rewardId, itemId, memberId, cause, pointsReturned: returned.get(rewardId) ?? 0, at: at.toISOString() },
        at,
      ),
    );
    return this.outbox.append(tx, events);
  }
}

const REASONS: Partial<Record<Ending['cause'], string>> = {
  expired: '过期未领',
  'not-paid': '超时未付款',
  undeliverable: '无法发放',
};
const reasonOf = ({ title }: Reward, { cause }: Ending): string => `${REASONS[cause] ?? '取消兑换'}「${title}」`;
