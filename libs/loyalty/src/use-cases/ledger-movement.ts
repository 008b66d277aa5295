import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Account, Entry, EntryKind, Lot } from '../rules/ledger/account';
import { refuse } from '../rules/refusals';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { settle } from './settle';

/** An account that is locked and settled, ready to be moved. */
export interface Movement {
  readonly batch: LedgerBatch;
  readonly account: Account;
  readonly lots: readonly Lot[];
  readonly programme: Programme;
}

/** Several accounts, locked and settled on one batch. */
export interface Movements {
  readonly batch: LedgerBatch;
  readonly lots: ReadonlyMap<MemberId, readonly Lot[]>;
  readonly programme: Programme;
}

/** What every movement of one member's points begins with: the lock, the answer to a repeated request, the clock's due work. */
@Injectable()
export class LedgerMovements {
  constructor(
    readonly ledger: LedgerStore,
    readonly programmes: ProgrammeRepository,
    readonly time: BrandTime,
  ) {}

  /** Locks an open account. Throws AccountMissing, AccountClosed. */
  async open(tx: Tx, memberId: MemberId, at: Date): Promise<Movement> {
    const accounts = await this.ledger.accounts.lock(tx, [memberId]);
    return this.settled(tx, accounts, memberId, at);
  }

  /** The entry that this business reference made before; its account is locked first, so that a parallel twin is seen. */
  async known(tx: Tx, memberId: MemberId, kind: EntryKind, reference: string): Promise<Entry | null> {
    const accounts = await this.ledger.accounts.lock(tx, [memberId]);
    if (!accounts.has(memberId)) throw refuse('AccountMissing');
    return (await this.ledger.journal.byReference(tx, kind, [reference])).get(reference) ?? null;
  }

  /** The same for an account that is locked among others. */
  async settled(tx: Tx, accounts: ReadonlyMap<MemberId, Account>, memberId: MemberId, at: Date): Promise<Movement> {
    const found = accounts.get(memberId);
    if (!found) throw refuse('AccountMissing');
    if (found.closedAt) throw refuse('AccountClosed');
    const { batch, lots, programme } = await this.settleAll(tx, accounts, [memberId], at);
    return { batch, account: batch.account(memberId)!, lots: lots.get(memberId)!, programme };
  }

  /** Does on one batch what the clock has made due for locked accounts that are open. */
  async settleAll(
    tx: Tx,
    accounts: ReadonlyMap<MemberId, Account>,
    memberIds: readonly MemberId[],
    at: Date,
  ): Promise<Movements> {
    const programme = await this.programmes.current(tx);
    const stored = await this.ledger.accounts.lots(tx, memberIds);
    const batch = new LedgerBatch(accounts);
    const context = { settings: programme.settings, time: this.time, now: at };
    const lots = new Map(memberIds.map((id) => [id, settle(batch, id, stored.get(id) ?? [], context)]));
    return { batch, lots, programme };
  }
}
