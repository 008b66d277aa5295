import { type Clock, messageOf } from '@fanloop/kernel';
import { CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { decideFiring } from '../rules/occurrence';
import { ContentHistory } from '../store/content-history';
import type { Claim } from '../store/due-content.repository';
import { OccurrenceRepository } from '../store/occurrence.repository';
import { PublishToFeed, SWEEP } from './publish-to-feed';

export type FiringResult = 'published' | 'skipped' | 'failed' | 'released' | 'lost';

/**
 * Carries one claimed occurrence to its end in two transactions, and asks in both, under the lock of the content item,
 * whether it still may: first `dispatching` is written down, then post, state and event together. Dying in between
 * leaves a lease that ends, and a row that the next sweep takes up.
 */
@Injectable()
export class PublishOccurrence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly occurrences: OccurrenceRepository,
    private readonly feed: PublishToFeed,
    private readonly history: ContentHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(claim: Claim): Promise<FiringResult> {
    const begun = await this.step(claim, async (tx, now) => {
      await this.occurrences.dispatch(tx, claim, now);
    });
    if (begun !== 'published') return begun;
    return this.step(claim, async (tx, now) => {
      await this.feed.execute(tx, claim, now);
      await this.occurrences.settle(tx, claim, 'done', null, now);
    });
  }

  /** The attempt failed: the next one comes later, and the manager can read why. */
  async postpone(claim: Claim, error: unknown): Promise<void> {
    const why = messageOf(error);
    await this.unitOfWork.run(async (tx) => {
      const firing = await this.occurrences.lock(tx, claim);
      if (firing) await this.occurrences.postpone(tx, claim, firing.attempts, why, this.clock.now());
    });
  }

  private step(claim: Claim, publish: (tx: Tx, now: Date) => Promise<void>): Promise<FiringResult> {
    return this.unitOfWork.run(async (tx) => {
      const firing = await this.occurrences.lock(tx, claim);
      const now = this.clock.now();
      const decision = firing ? decideFiring(firing, claim.token, now) : { kind: 'lost' as const };
      switch (decision.kind) {
        case 'publish':
          await publish(tx, now);
          return 'published';
        case 'release':
          await this.occurrences.release(tx, claim, now);
          return 'released';
        case 'lost':
          return 'lost';
        default:
          return this.giveUp(tx, claim, decision, now);
      }
    });
  }

  private async giveUp(
    tx: Tx,
    claim: Claim,
    { kind, why }: { readonly kind: 'skip' | 'fail'; readonly why: string },
    at: Date,
  ): Promise<FiringResult> {
    const [state, action, title] =
      kind === 'skip'
        ? (['skipped', 'community.content-skipped', '已跳过'] as const)
        : (['failed', 'community.content-failed', '发布失败'] as const);
    await this.occurrences.settle(tx, claim, state, why, at);
    await this.history.append(tx, {
      contentId: claim.contentId,
      action,
      what: `${title}：${why}`,
      actor: SWEEP,
      at,
    });
    return state;
  }
}
