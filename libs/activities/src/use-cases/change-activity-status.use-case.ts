import type { ActivityId, Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type ActivityStatus, assertStatusChange } from '../rules/activity';
import { refuse } from '../rules/refusals';
import { ActivityRepository } from '../store/activity.repository';
import { EndEntries } from './end-entries.use-case';

export interface ChangeActivityStatusCommand {
  readonly activityId: ActivityId;
  readonly status: Exclude<ActivityStatus, 'draft'>;
  readonly actor: Actor;
}

/**
 * Opens, closes, settles or cancels an activity, under the lock that sign-ups take. Cancelling ends every entry;
 * settling ends the waiting list. Throws ActivityNotFound, ActivityStatusForbids.
 */
@Injectable()
export class ChangeActivityStatus {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activities: ActivityRepository,
    private readonly endEntries: EndEntries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ activityId, status, actor }: ChangeActivityStatusCommand): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const activity = (await this.activities.lock(tx, [activityId])).get(activityId);
      if (!activity) throw refuse('ActivityNotFound');
      if (activity.status === status) return;
      assertStatusChange(activity.status, status, activity.startsAt, now);
      await this.activities.setStatus(tx, activityId, status, now);
      if (status === 'cancelled') await this.endEntries.execute(tx, activity, ['joined', 'waiting'], now);
      if (status === 'settled') await this.endEntries.execute(tx, activity, ['waiting'], now);
      await this.audit.append(tx, {
        actor,
        action: 'activities.status-changed',
        subject: `activity:${activityId}`,
        details: { from: activity.status, to: status },
      });
    });
  }
}
