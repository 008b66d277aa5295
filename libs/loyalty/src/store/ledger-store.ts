import { Injectable } from '@nestjs/common';
import { AccountRepository } from './account.repository';
import { JournalRepository } from './journal.repository';
import { LedgerWriter } from './ledger-writer';

/** The three parts of the ledger's storage, which every movement of points needs together. */
@Injectable()
export class LedgerStore {
  constructor(
    readonly accounts: AccountRepository,
    readonly journal: JournalRepository,
    readonly writer: LedgerWriter,
  ) {}
}
