import type { ActivityId, Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ActivityDraft } from '../rules/activity';
import { ActivityDrafts } from '../store/activity-drafts';

/** Makes an activity as a draft, which nobody but the console sees. Throws ActivityInvalid, TemplateNotFound. */
@Injectable()
export class CreateActivity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ActivityDrafts,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(draft: ActivityDraft, actor: Actor): Promise<ActivityId> {
    await this.drafts.assertSound(draft);
    return this.unitOfWork.run(async (tx) => {
      const activityId = await this.drafts.keep(tx, draft, this.clock.now());
      const subject = `activity:${activityId}`;
      await this.audit.append(tx, { actor, action: 'activities.created', subject, details: { title: draft.title } });
      return activityId;
    });
  }
}
