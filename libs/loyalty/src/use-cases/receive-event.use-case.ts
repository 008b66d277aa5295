import { addMs, type Clock, type MemberId } from '@fanloop/kernel';
import { CLOCK, Idempotency, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Scalar } from '../rules/judging/facts';
import { refuse } from '../rules/refusals';
import { JudgeEvents } from './judge-events.use-case';
import type { JudgedEvent } from './judged-event';

export interface CustomEvent {
  /** Who sends: with `eventId` it names the event once. */
  readonly senderId: string;
  readonly eventId: string;
  readonly name: string;
  readonly memberId: MemberId;
  /** Null: now. */
  readonly at: Date | null;
  readonly event: Readonly<Record<string, Scalar>>;
}

/** Clocks of other systems may be ahead by this much. */
const CLOCK_SLACK_MS = 60_000;

/**
 * An event of another system, judged in the sender's request, so that the answer says what it gave. Sent again with the same
 * content it gets the stored answer; the same id with other content is refused.
 */
@Injectable()
export class ReceiveEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly judge: JudgeEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws EventInFuture, IdempotencyKeyReused. */
  execute({ senderId, eventId, name, memberId, at, event }: CustomEvent): Promise<Omit<JudgedEvent, 'told'>> {
    const now = this.clock.now();
    if (at && at > addMs(now, CLOCK_SLACK_MS)) throw refuse('EventInFuture');
    const claim = {
      scope: `loyalty.custom-event:key:${senderId}`,
      key: eventId,
      input: { name, memberId, at: at?.toISOString() ?? null, event },
    };
    const reference = `custom:${senderId}:${eventId}`;
    const input = { memberId, trigger: 'custom' as const, eventName: name, reference, channel: 'open', event };
    return this.unitOfWork.run((tx) =>
      this.idempotency.run(tx, claim, async () => {
        const happenedAt = at && at < now ? at : now;
        const [judged] = await this.judge.execute(tx, [{ ...input, at: happenedAt }]);
        const { told: _, ...answer } = judged!;
        return answer;
      }),
    );
  }
}
