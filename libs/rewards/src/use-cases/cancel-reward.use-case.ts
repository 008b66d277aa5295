import type { Actor, Clock, Fen, MemberId, Points } from '@fanloop/kernel';
import { AuditLog, CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { type CancelCause, whyNotCancel } from '../rules/reward';
import type { Reward } from '../store/reward.repository';
import { RewardStore } from '../store/reward-store';
import { ReleaseRewards } from './release-rewards.use-case';

export interface CancelRewardCommand {
  readonly rewardNo: string;
  /** The member himself, or staff, who says why. */
  readonly actor: Actor;
  readonly note: string | null;
}

export interface Cancellation {
  readonly pointsReturned: Points;
  /** On its way back. */
  readonly refundFen: Fen;
}

/**
 * Cancels a reward that waits to be paid or to be picked up; money that was paid goes back in the same transaction. By its owner, or by a manager with a reason, who is audited. Throws
 * RewardNotFound (also for a reward of somebody else), NoteMissing, RewardPickedUp, RewardCancelled, RewardExpired,
 * RewardDelivered.
 */
@Injectable()
export class CancelReward {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RewardStore,
    private readonly release: ReleaseRewards,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ rewardNo, actor, note }: CancelRewardCommand): Promise<Cancellation> {
    if (actor.kind === 'staff' && !note?.trim()) throw refuse('NoteMissing');
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const reward = await this.owned(tx, rewardNo, actor.kind === 'member' ? actor.id : null);
      const refusal = whyNotCancel(reward, now);
      if (refusal) throw refusal;
      const cause: CancelCause = actor.kind === 'member' ? 'member' : 'manager';
      const ending = { state: 'cancelled', cause, note, at: now } as const;
      const { points: pointsReturned, fen: refundFen } = await this.release.execute(tx, [reward], ending, actor);
      if (actor.kind === 'staff')
        await this.audit.append(tx, {
          actor,
          action: 'rewards.reward-cancelled',
          subject: `reward:${rewardNo}`,
          details: { title: reward.title, pointsReturned, refundFen, note },
        });
      return { pointsReturned, refundFen };
    });
  }

  private async owned(tx: Tx, rewardNo: string, memberId: MemberId | null): Promise<Reward> {
    const reward = await this.store.rewards.lockByNumber(tx, rewardNo);
    if (!reward || (memberId !== null && reward.memberId !== memberId)) throw refuse('RewardNotFound');
    return reward;
  }
}
