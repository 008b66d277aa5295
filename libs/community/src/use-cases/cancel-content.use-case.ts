import { unwrap } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { mayHold } from '../rules/plan';
import { ScheduleRepository } from '../store/schedule.repository';
import { type ContentCommand, ContentDesk } from './content-desk';

/** Takes a content item out of the plan. It can be planned anew later. Cancelling twice is cancelling once. */
@Injectable()
export class CancelContent {
  constructor(
    private readonly desk: ContentDesk,
    private readonly schedules: ScheduleRepository,
  ) {}

  /** Throws ContentNotFound, ContentPublished, ContentNotPlanned. */
  async execute(command: ContentCommand): Promise<void> {
    await this.desk.change(command, async (tx, content, now) => {
      if (content.state === 'cancelled') return null;
      unwrap(mayHold(content));
      await this.schedules.cancel(tx, content, now);
      return { action: 'community.content-cancelled', what: '取消' };
    });
  }
}
