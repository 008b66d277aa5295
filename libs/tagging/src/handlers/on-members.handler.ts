import { BusinessCalendar, type EventEnvelope, type EventHandler, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { FactsRepository } from '../store/facts.repository';

const EVENTS = ['members.member-enrolled.v1', 'members.member-closed.v1'] as const;
type Name = (typeof EVENTS)[number];

/** Members come and go. */
@Injectable()
export class OnMembers implements EventHandler<Name> {
  readonly consumer = 'tagging.member-facts';
  readonly events = EVENTS;

  constructor(
    private readonly facts: FactsRepository,
    private readonly calendar: BusinessCalendar,
  ) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    for (const event of events) {
      if (event.name === 'members.member-closed.v1') await this.facts.forget(tx, event.payload.memberId);
      else {
        const { memberId, at, inviterMemberId } = event.payload;
        await this.facts.enrolled(tx, memberId, this.calendar.date(new Date(at)), inviterMemberId);
      }
    }
  }
}
