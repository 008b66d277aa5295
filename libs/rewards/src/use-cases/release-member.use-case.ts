import type { Clock, MemberId } from '@fanloop/kernel';
import { systemActor } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RewardStore } from '../store/reward-store';
import { ReleaseRewards } from './release-rewards.use-case';

const ACTOR = systemActor('rewards.member-closed');

/** What a member who left has not picked up goes back on the shelf. What was handed over stays: it explains the ledger. */
@Injectable()
export class ReleaseMemberRewards {
  constructor(
    private readonly store: RewardStore,
    private readonly release: ReleaseRewards,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, memberId: MemberId): Promise<void> {
    const waiting = await this.store.rewards.lockOfMember(tx, memberId);
    const ending = { state: 'cancelled', cause: 'account-closed', note: null, at: this.clock.now() } as const;
    await this.release.execute(tx, waiting, ending, ACTOR);
  }
}
