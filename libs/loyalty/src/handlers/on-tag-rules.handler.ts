import type { MemberId } from '@fanloop/kernel';
import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { TagFact } from '../store/tag-facts.repository';
import { RememberTags } from '../use-cases/remember-tags.use-case';

const EVENTS = ['tagging.tag-entered.v1', 'tagging.tag-left.v1', 'tagging.tags-told.v1'] as const;
type Name = (typeof EVENTS)[number];

/** Tags of members: kept for conditions, and an event of their own where a rule waits for one. */
@Injectable()
export class OnTagRules implements EventHandler<Name> {
  readonly consumer = 'loyalty.tag-rules';
  readonly events = EVENTS;

  constructor(private readonly tags: RememberTags) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    const moves = events.flatMap((event) =>
      event.name === 'tagging.tags-told.v1'
        ? []
        : [{ ...event.payload, held: event.name === 'tagging.tag-entered.v1', at: event.occurredAt }],
    );
    const told = events.flatMap((event) =>
      event.name === 'tagging.tags-told.v1'
        ? event.payload.tags.map(({ tagCode, since }) => held(event.payload.memberId, tagCode, since))
        : [],
    );
    if (told.length > 0) await this.tags.learn(tx, told);
    if (moves.length > 0) await this.tags.execute(tx, moves);
  }
}

const held = (memberId: MemberId, tagCode: string, since: string): TagFact => ({
  memberId,
  tagCode,
  held: true,
  at: new Date(since),
});
