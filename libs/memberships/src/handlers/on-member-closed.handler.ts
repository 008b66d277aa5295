import { byId } from '@fanloop/kernel';
import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { LeaveCards } from '../use-cases/leave-cards.use-case';

/** Who leaves gets the rest of his cards back. */
@Injectable()
export class MembershipsOnMemberClosed implements EventHandler<'members.member-closed.v1'> {
  readonly consumer = 'memberships.member-closed';
  readonly events = ['members.member-closed.v1'] as const;

  constructor(private readonly leave: LeaveCards) {}

  async handle(tx: Tx, events: readonly EventEnvelope<'members.member-closed.v1'>[]): Promise<void> {
    const ids = events.map(({ payload }) => payload.memberId).sort(byId);
    for (const memberId of ids) await this.leave.execute(tx, memberId);
  }
}
