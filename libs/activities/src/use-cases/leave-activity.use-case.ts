import type { ActivityId, Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ReleaseEntry } from './release-entry.use-case';

/** A member gives up a seat or a place in the waiting list, until the activity starts. */
@Injectable()
export class LeaveActivity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly release: ReleaseEntry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(activityId: ActivityId, memberId: MemberId): Promise<{ readonly state: 'cancelled' }> {
    await this.unitOfWork.run((tx) => this.release.execute(tx, activityId, memberId, this.clock.now()));
    return { state: 'cancelled' };
  }
}
