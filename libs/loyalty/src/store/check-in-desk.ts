import type { MemberId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Account, Entry } from '../rules/ledger/account';
import { BrandTime } from './brand-time';
import { CheckInRepository } from './check-in.repository';
import { LedgerStore } from './ledger-store';
import { ProgrammeRepository } from './programme.repository';

/** What a check-in looks at: the account, the check-ins before it, and the entry that it paid with. */
@Injectable()
export class CheckInDesk {
  constructor(
    readonly checkIns: CheckInRepository,
    readonly time: BrandTime,
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
  ) {}

  /** A member whose enrolment is still on its way gets the account now. */
  async lock(tx: Tx, memberId: MemberId, at: Date): Promise<Account> {
    const { tiers } = await this.programmes.current(tx);
    const opening = { at, day: this.time.day(at), tierCode: tiers[0]?.code ?? null };
    return (await this.ledger.accounts.lockOrOpen(tx, new Map([[memberId, opening]]))).get(memberId)!;
  }

  async paid(db: Queryable, reference: string): Promise<Entry | null> {
    return (await this.ledger.journal.byReference(db, 'earn', [reference])).get(reference) ?? null;
  }
}
