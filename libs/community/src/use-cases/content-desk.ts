import type { Actor, Clock } from '@fanloop/kernel';
import { CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ContentRepository, type LockedContent } from '../store/content.repository';
import { ContentHistory } from '../store/content-history';

export interface ContentCommand {
  readonly contentId: string;
  readonly actor: Actor;
}

/** What a change says about itself; null when there was nothing to change. */
export interface Deed {
  readonly action: string;
  readonly what: string;
}

/**
 * The one way to change a content item: under its lock, where no sweep can publish it at the same moment, and with an
 * entry in its history.
 */
@Injectable()
export class ContentDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: ContentRepository,
    private readonly history: ContentHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws ContentNotFound, and whatever `deed` refuses. */
  async change(
    { contentId, actor }: ContentCommand,
    deed: (tx: Tx, content: LockedContent, now: Date) => Promise<Deed | null>,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const content = await this.contents.lock(tx, contentId);
      // Read after the lock: whoever waited for it must not decide by a time that has passed.
      const at = this.clock.now();
      const done = await deed(tx, content, at);
      if (done) await this.history.append(tx, { contentId, actor, at, ...done });
    });
  }
}
