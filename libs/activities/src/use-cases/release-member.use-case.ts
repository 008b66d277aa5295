import type { Clock, MemberId } from '@fanloop/kernel';
import { Refusal } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { EntryRepository } from '../store/entry.repository';
import { ReleaseEntry } from './release-entry.use-case';

/** Gives up every entry of a member who left. What has begun or is over stays as it was. */
@Injectable()
export class ReleaseMember {
  constructor(
    private readonly entries: EntryRepository,
    private readonly release: ReleaseEntry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, memberId: MemberId): Promise<void> {
    for (const activityId of await this.entries.activitiesOf(tx, memberId)) {
      try {
        await this.release.execute(tx, activityId, memberId, this.clock.now());
      } catch (error) {
        // A refusal comes before the first write: the activity has started, or is settled.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
}
