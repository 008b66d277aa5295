import type { ActivityId, Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type ActivityDraft, assertDraft } from '../rules/activity';
import { ActivityRepository } from '../store/activity.repository';

/** Makes an activity as a draft, which nobody but the console sees. Throws ActivityInvalid. */
@Injectable()
export class CreateActivity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activities: ActivityRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(draft: ActivityDraft, actor: Actor): Promise<ActivityId> {
    assertDraft(draft);
    return this.unitOfWork.run(async (tx) => {
      const activityId = await this.activities.insert(tx, draft, this.clock.now());
      const subject = `activity:${activityId}`;
      await this.audit.append(tx, { actor, action: 'activities.created', subject, details: { title: draft.title } });
      return activityId;
    });
  }
}
