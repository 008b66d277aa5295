import { unwrap } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { mayHold } from '../rules/plan';
import { ScheduleRepository } from '../store/schedule.repository';
import { type ContentCommand, ContentDesk } from './content-desk';

export interface PauseContentCommand extends ContentCommand {
  /** False goes on with it: a time that has passed meanwhile is judged by the misfire policy. */
  readonly paused: boolean;
}

/** Holds a content item back, or lets it go on. */
@Injectable()
export class PauseContent {
  constructor(
    private readonly desk: ContentDesk,
    private readonly schedules: ScheduleRepository,
  ) {}

  /** Throws ContentNotFound, ContentPublished, ContentNotPlanned. */
  async execute(command: PauseContentCommand): Promise<void> {
    await this.desk.change(command, async (tx, content, now) => {
      unwrap(mayHold(content));
      if (content.paused === command.paused) return null;
      await this.schedules.pause(tx, content, command.paused, now);
      return command.paused
        ? { action: 'community.content-paused', what: '暂停' }
        : { action: 'community.content-resumed', what: '恢复计划' };
    });
  }
}
