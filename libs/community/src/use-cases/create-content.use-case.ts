import { type Actor, type Clock, unwrap } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { mayPlan } from '../rules/plan';
import { ContentRepository } from '../store/content.repository';
import { ContentHistory } from '../store/content-history';
import { ScheduleRepository } from '../store/schedule.repository';
import { type ContentDraft, DraftReader, planText } from './content-draft';

export interface CreateContentCommand {
  readonly draft: ContentDraft;
  readonly actor: Actor;
}

/** The rows that make up a content item. */
@Injectable()
export class ContentRows {
  constructor(
    readonly contents: ContentRepository,
    readonly schedules: ScheduleRepository,
    readonly history: ContentHistory,
  ) {}
}

/** Plans a post for one moment. */
@Injectable()
export class CreateContent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftReader,
    private readonly rows: ContentRows,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The content's id. Throws ContentInvalid, ZoneUnknown, LocalTimeInvalid, PlannedInPast. */
  async execute({ draft, actor }: CreateContentCommand): Promise<string> {
    const { body, plan } = this.drafts.read(draft);
    const at = this.clock.now();
    unwrap(mayPlan(plan.plannedAt, at));
    return this.unitOfWork.run(async (tx) => {
      const contentId = await this.rows.contents.create(tx, body, at);
      await this.rows.schedules.plan(tx, contentId, plan, at);
      const what = `新建，计划 ${planText(plan)} 发布`;
      await this.rows.history.append(tx, { contentId, action: 'community.content-created', what, actor, at });
      return contentId;
    });
  }
}
