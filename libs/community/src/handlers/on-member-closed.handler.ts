import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ForgetMembers } from '../use-cases/forget-members.use-case';

/** A closed account leaves no name behind. */
@Injectable()
export class CommunityOnMemberClosed implements EventHandler<'members.member-closed.v1'> {
  readonly consumer = 'community.member-closed';
  readonly events = ['members.member-closed.v1'] as const;

  constructor(private readonly forget: ForgetMembers) {}

  async handle(tx: Tx, events: readonly EventEnvelope<'members.member-closed.v1'>[]): Promise<void> {
    await this.forget.execute(tx, [...new Set(events.map((event) => event.payload.memberId))]);
  }
}
