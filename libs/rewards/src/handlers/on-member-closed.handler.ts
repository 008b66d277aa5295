import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ReleaseMemberRewards } from '../use-cases/release-member.use-case';

/** A closed account leaves nothing reserved in a store. */
@Injectable()
export class RewardsOnMemberClosed implements EventHandler<'members.member-closed.v1'> {
  readonly consumer = 'rewards.member-closed';
  readonly events = ['members.member-closed.v1'] as const;

  constructor(private readonly releaseMember: ReleaseMemberRewards) {}

  async handle(tx: Tx, events: readonly EventEnvelope<'members.member-closed.v1'>[]): Promise<void> {
    for (const event of events) await this.releaseMember.execute(tx, event.payload.memberId);
  }
}
