import type { MemberId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { signUpFacts } from '../rules/facts';
import { tierByCode } from '../rules/tiers';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';
import { loadCounters, RULES_ACTOR } from './earn-for-purchases.use-case';
import { Earning } from './earning';
import { earnedEvents, tierEvents } from './ledger-events';

export interface NewMember {
  readonly memberId: MemberId;
  readonly at: Date;
  readonly channel: string;
  /** `MM-DD`. */
  readonly birthday: string | null;
}

/** Opens points accounts and pays the sign-up bonus, once per member. */
@Injectable()
export class EnrolMembers {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, members: readonly NewMember[]): Promise<void> {
    const programme = await this.programmes.current(tx);
    const tierCode = programme.tiers[0]?.code ?? null;
    const locals = members.map((member) => this.time.local(member.at));
    const accounts = await this.ledger.accounts.lockOrOpen(
      tx,
      new Map(members.map(({ memberId, at }, i) => [memberId, { at, day: locals[i]!.day, tierCode }])),
    );
    const references = members.map(({ memberId }) => signUpReference(memberId));
    const paid = new Set((await this.ledger.journal.byReference(tx, 'earn', references)).keys());
    const counters = await loadCounters(tx, programme, accounts, locals);
    const batch = new LedgerBatch(accounts, counters);
    const earning = new Earning(programme, this.time, batch, counters);
    members.forEach(({ memberId, at, channel, birthday }, i) => {
      const account = batch.account(memberId)!;
      const reference = signUpReference(memberId);
      if (birthday && !account.birthday) batch.note(memberId, { birthday });
      if (paid.has(reference) || account.closedAt) return;
      paid.add(reference);
      const tier = tierByCode(programme.tiers, account.tierCode);
      const facts = signUpFacts(channel, { tier, birthday }, locals[i]!);
      const decision = earning.decide(memberId, facts, tier, at);
      if (decision.points === 0) return;
      const about = { channel };
      earning.credit(decision, {
        memberId,
        reference,
        actor: RULES_ACTOR,
        storeId: null,
        at,
        local: locals[i]!,
        about,
      });
    });
    await this.ledger.writer.write(tx, batch);
    await this.outbox.append(tx, [...earnedEvents(batch.entries), ...tierEvents(batch.tierChanges)]);
  }
}

const signUpReference = (memberId: MemberId): string => `sign-up:${memberId}`;
