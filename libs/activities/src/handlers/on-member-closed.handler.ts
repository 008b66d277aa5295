import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ReleaseMember } from '../use-cases/release-member.use-case';

/** A closed account frees its seats for those who wait. */
@Injectable()
export class ActivitiesOnMemberClosed implements EventHandler<'members.member-closed.v1'> {
  readonly consumer = 'activities.member-closed';
  readonly events = ['members.member-closed.v1'] as const;

  constructor(private readonly releaseMember: ReleaseMember) {}

  async handle(tx: Tx, events: readonly EventEnvelope<'members.member-closed.v1'>[]): Promise<void> {
    for (const event of events) await this.releaseMember.execute(tx, event.payload.memberId);
  }
}
