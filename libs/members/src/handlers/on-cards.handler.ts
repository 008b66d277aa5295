import { formatFen } from '@fanloop/kernel';
import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { cardEndingNotice, cardNotOpenedNotice, cardRefundedNotice } from '../rules/card-notice';
import type { Notice } from '../rules/notice';
import { TellMembers } from '../use-cases/tell-members.use-case';

const EVENTS = ['memberships.card-ending.v1', 'memberships.card-refunded.v1'] as const;
type Name = (typeof EVENTS)[number];

/** What holders of paid cards are told in the mini-program: a card that ends, and money that others sent back. */
@Injectable()
export class MembersOnCards implements EventHandler<Name> {
  readonly consumer = 'members.card-notices';
  readonly events = EVENTS;

  constructor(private readonly tell: TellMembers) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    await this.tell.execute(tx, events.flatMap(noticeOf));
  }
}

const noticeOf = (event: EventEnvelope<Name>): Notice[] => {
  const at = event.occurredAt;
  if (event.name === 'memberships.card-ending.v1')
    return [cardEndingNotice({ ...event.payload, at }, event.payload.lastOn)];
  const { cause, amountFen, ...fact } = event.payload;
  // Whoever gave the card back himself knows it, and who has left reads nothing.
  if (cause === 'not-honoured') return [cardNotOpenedNotice({ ...fact, at }, formatFen(amountFen))];
  return cause === 'staff' ? [cardRefundedNotice({ ...fact, at }, formatFen(amountFen))] : [];
};
