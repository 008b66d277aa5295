import type { ActivityId, Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type ActivityDraft, assertDraft, isEditable } from '../rules/activity';
import { refuse } from '../rules/refusals';
import { ActivityRepository } from '../store/activity.repository';
import { PromoteWaiting } from './promote-waiting.use-case';

export interface ReviseActivityCommand {
  readonly activityId: ActivityId;
  readonly draft: ActivityDraft;
  readonly actor: Actor;
}

/**
 * Changes an activity. New seats go to those who wait, in their order. Throws ActivityNotFound, ActivityInvalid,
 * ActivityStatusForbids, SeatsBelowTaken.
 */
@Injectable()
export class ReviseActivity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activities: ActivityRepository,
    private readonly promoteWaiting: PromoteWaiting,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ activityId, draft, actor }: ReviseActivityCommand): Promise<void> {
    assertDraft(draft);
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const before = (await this.activities.lock(tx, [activityId])).get(activityId);
      if (!before) throw refuse('ActivityNotFound');
      if (!isEditable(before.status)) throw refuse('ActivityStatusForbids');
      if (!(await this.activities.revise(tx, activityId, draft, now)))
        throw refuse('SeatsBelowTaken', { taken: before.seatsTaken });
      await this.promoteWaiting.execute(tx, activityId, draft.seatsTotal - before.seatsTaken, now);
      await this.audit.append(tx, {
        actor,
        action: 'activities.revised',
        subject: `activity:${activityId}`,
        details: { title: draft.title, seatsBefore: before.seatsTotal, seatsAfter: draft.seatsTotal },
      });
    });
  }
}
