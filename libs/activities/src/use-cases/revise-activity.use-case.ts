import type { ActivityId, Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type ActivityDraft, isEditable } from '../rules/activity';
import { refuse } from '../rules/refusals';
import { ActivityDrafts } from '../store/activity-drafts';
import { PromoteWaiting } from './promote-waiting.use-case';

export interface ReviseActivityCommand {
  readonly activityId: ActivityId;
  readonly draft: ActivityDraft;
  readonly actor: Actor;
}

/**
 * Changes an activity. New seats go to those who wait, in their order. Throws ActivityNotFound, ActivityInvalid,
 * ActivityStatusForbids, SeatsBelowTaken, TemplateNotFound.
 */
@Injectable()
export class ReviseActivity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ActivityDrafts,
    private readonly promoteWaiting: PromoteWaiting,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ activityId, draft, actor }: ReviseActivityCommand): Promise<void> {
    await this.drafts.assertSound(draft);
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const before = await this.drafts.lock(tx, activityId);
      if (!before) throw refuse('ActivityNotFound');
      if (!isEditable(before.status)) throw refuse('ActivityStatusForbids');
      if (!(await this.drafts.revise(tx, activityId, draft, now)))
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
