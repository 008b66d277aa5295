import type { Clock } from '@fanloop/kernel';
import { systemActor } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RewardStore } from '../store/reward-store';
import { ReleaseRewards } from './release-rewards.use-case';

const BATCH = 500;
const ACTOR = systemActor('rewards.expire');

/**
 * The sweep: ends what nobody picked up in time and gives its points, stock and place back. In transactions of at most
 * 500 rewards, passing over what others hold, so that several workers share the work. Screens and clerks judge by the
 * time itself and do not wait for it.
 */
@Injectable()
export class ExpireRewards {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RewardStore,
    private readonly release: ReleaseRewards,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The number of rewards that expired. */
  async execute(): Promise<number> {
    const at = this.clock.now();
    for (let total = 0; ; ) {
      const done = await this.unitOfWork.run(async (tx) => {
        const due = await this.store.rewards.lockDue(tx, at, BATCH);
        const ending = { state: 'expired', cause: 'expired', note: null, at } as const;
        await this.release.execute(tx, due, ending, ACTOR);
        return due.length;
      });
      total += done;
      if (done < BATCH) return total;
    }
  }
}
