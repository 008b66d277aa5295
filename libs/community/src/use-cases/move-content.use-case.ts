import { unwrap } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { mayChange, mayPlan } from '../rules/plan';
import { ScheduleRepository } from '../store/schedule.repository';
import { type ContentCommand, ContentDesk } from './content-desk';
import { DraftReader, planText } from './content-draft';

export interface MoveContentCommand extends ContentCommand {
  /** In the zone of the plan. */
  readonly plannedLocal: string;
}

/** Gives a content item another time. Once this has returned, the old time does not fire. */
@Injectable()
export class MoveContent {
  constructor(
    private readonly desk: ContentDesk,
    private readonly drafts: DraftReader,
    private readonly schedules: ScheduleRepository,
  ) {}

  /** Throws ContentNotFound, ContentPublished, LocalTimeInvalid, PlannedInPast. */
  async execute(command: MoveContentCommand): Promise<void> {
    await this.desk.change(command, async (tx, content, now) => {
      unwrap(mayChange(content));
      const plan = this.drafts.plan({ ...content.plan, plannedLocal: command.plannedLocal });
      unwrap(mayPlan(plan.plannedAt, now, content));
      await this.schedules.replan(tx, content, plan, now);
      return { action: 'community.content-moved', what: `从 ${planText(content.plan)} 改到 ${planText(plan)}` };
    });
  }
}
