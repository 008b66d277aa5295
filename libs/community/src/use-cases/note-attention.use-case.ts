import { domainEvent } from '@fanloop/events';
import type { Clock, MemberId } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, Outbox, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type AttentionKind, AttentionRepository } from '../store/attention.repository';

export interface AttentionCommand {
  readonly postId: string;
  readonly memberId: MemberId;
  readonly kind: AttentionKind;
}

const EVENT_OF = { read: 'community.post-read.v1', share: 'community.post-shared.v1' } as const;

/** A member read a post, or shared it: once per business day, however often it is said. The page says it, so it is worth little. */
@Injectable()
export class NoteAttention {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attention: AttentionRepository,
    private readonly calendar: BusinessCalendar,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws PostNotFound. `counted`: it was the first time on this day. */
  execute({ postId, memberId, kind }: AttentionCommand): Promise<{ counted: boolean }> {
    const at = this.clock.now();
    const day = this.calendar.date(at);
    return this.unitOfWork.run(async (tx) => {
      const counted = await this.attention.add(tx, { postId, memberId, kind, day, at });
      if (counted)
        await this.outbox.append(tx, [
          domainEvent(EVENT_OF[kind], { postId, memberId, day, at: at.toISOString() }, at),
        ]);
      return { counted };
    });
  }
}
