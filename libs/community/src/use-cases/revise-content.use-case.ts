import { unwrap } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { mayChange, mayPlan } from '../rules/plan';
import { ContentRepository } from '../store/content.repository';
import { ScheduleRepository } from '../store/schedule.repository';
import { type ContentCommand, ContentDesk } from './content-desk';
import { type ContentDraft, DraftReader, planText } from './content-draft';

export interface ReviseContentCommand extends ContentCommand {
  readonly draft: ContentDraft;
  /** The version that the manager looked at; a newer one is not overwritten. */
  readonly expectedVersion?: number;
}

/** Writes a new version of what is not published yet, with a new plan where it was given one. */
@Injectable()
export class ReviseContent {
  constructor(
    private readonly desk: ContentDesk,
    private readonly drafts: DraftReader,
    private readonly contents: ContentRepository,
    private readonly schedules: ScheduleRepository,
  ) {}

  /** Throws ContentNotFound, ContentPublished, ContentChanged, PlannedInPast and what a draft may be refused for. */
  async execute(command: ReviseContentCommand): Promise<void> {
    const { body, plan } = this.drafts.read(command.draft);
    await this.desk.change(command, async (tx, content, now) => {
      unwrap(mayChange(content, command.expectedVersion));
      unwrap(mayPlan(plan.plannedAt, now, content));
      const version = content.version + 1;
      await this.contents.revise(tx, content.contentId, version, body, now);
      await this.schedules.replan(tx, content, plan, now);
      return { action: 'community.content-revised', what: `改为第 ${version} 版，计划 ${planText(plan)} 发布` };
    });
  }
}
