import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';

export interface BirthdayFact {
  readonly memberId: MemberId;
  readonly birthday: string | null;
  readonly at: Date;
}

/** Keeps birthdays beside the account, so that a purchase is judged without asking another context. */
@Injectable()
export class RememberBirthdays {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
  ) {}

  async execute(tx: Tx, facts: readonly BirthdayFact[]): Promise<void> {
    const { tiers } = await this.programmes.current(tx);
    const tierCode = tiers[0]?.code ?? null;
    const accounts = await this.ledger.accounts.lockOrOpen(
      tx,
      new Map(facts.map(({ memberId, at }) => [memberId, { at, day: this.time.day(at), tierCode }])),
    );
    const batch = new LedgerBatch(accounts);
    for (const { memberId, birthday } of facts) batch.note(memberId, { birthday });
    await this.ledger.writer.write(tx, batch);
  }
}
