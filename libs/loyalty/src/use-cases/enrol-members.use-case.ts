import { domainEvent } from '@fanloop/events';
import type { MemberId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';
import { JudgeEvents } from './judge-events.use-case';

export interface NewMember {
  readonly memberId: MemberId;
  readonly at: Date;
  readonly channel: string;
  /** `MM-DD`. */
  readonly birthday: string | null;
  readonly inviterId: MemberId | null;
}

/** Opens points accounts and lets the rules of the sign-up speak, once per member. */
@Injectable()
export class EnrolMembers {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    private readonly judge: JudgeEvents,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, members: readonly NewMember[]): Promise<void> {
    const { tiers } = await this.programmes.current(tx);
    const tierCode = tiers[0]?.code ?? null;
    const openings = members.map(({ memberId, at }) => [memberId, { at, day: this.time.day(at), tierCode }] as const);
    const accounts = await this.ledger.accounts.lockOrOpen(tx, new Map(openings));
    const batch = new LedgerBatch(accounts);
    for (const { memberId, birthday, inviterId } of members) {
      const account = batch.account(memberId)!;
      if (birthday && !account.birthday) batch.note(memberId, { birthday });
      if (inviterId && inviterId !== memberId && !account.inviterId) batch.note(memberId, { inviterId });
    }
    await this.tellLateInviters(tx, batch);
    await this.ledger.writer.write(tx, batch);
    await this.judge.execute(
      tx,
      members.map(({ memberId, at, channel }) => ({
        memberId,
        trigger: 'sign-up' as const,
        reference: `sign-up:${memberId}`,
        at,
        channel,
      })),
    );
  }
  /** An account that was used before its enrolment came: purchases until then could not know who had invited. */
  private async tellLateInviters(tx: Tx, batch: LedgerBatch): Promise<void> {
    const late = batch.changed().filter(({ before, after }) => after.inviterId !== before.inviterId && before.seq > 0);
    await this.outbox.append(
      tx,
      late.map(({ after: { memberId, inviterId, openedAt } }) =>
        domainEvent(
          'loyalty.inviter-known.v1',
          { memberId, inviterMemberId: inviterId!, at: openedAt.toISOString() },
          openedAt,
        ),
      ),
    );
  }
}
