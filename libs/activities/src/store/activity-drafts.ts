import { TemplatesRead } from '@fanloop/coupons';
import type { ActivityId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type ActivityDraft, assertDraft } from '../rules/activity';
import { type Activity, ActivityRepository } from './activity.repository';

/** What a manager writes of activities: checked before it is kept. */
@Injectable()
export class ActivityDrafts {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly templates: TemplatesRead,
  ) {}

  /** Throws ActivityInvalid, or TemplateNotFound for a coupon that is not there. */
  async assertSound(draft: ActivityDraft): Promise<void> {
    assertDraft(draft);
    if (draft.couponTemplateId !== null) await this.templates.one(draft.couponTemplateId);
  }

  keep(tx: Tx, draft: ActivityDraft, now: Date): Promise<ActivityId> {
    return this.activities.insert(tx, draft, now);
  }

  async lock(tx: Tx, id: ActivityId): Promise<Activity | null> {
    return (await this.activities.lock(tx, [id])).get(id) ?? null;
  }

  /** False when more seats are taken than the new total. */
  revise(tx: Tx, id: ActivityId, draft: ActivityDraft, now: Date): Promise<boolean> {
    return this.activities.revise(tx, id, draft, now);
  }
}
