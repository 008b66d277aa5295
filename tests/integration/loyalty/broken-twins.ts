import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import type { Account, Entry, Lot } from '../../../libs/loyalty/src/rules/ledger/account';
import { AccountRepository, type Opening } from '../../../libs/loyalty/src/store/account.repository';
import { JournalRepository } from '../../../libs/loyalty/src/store/journal.repository';
import type { LedgerBatch } from '../../../libs/loyalty/src/store/ledger-batch';
import { LedgerWriter } from '../../../libs/loyalty/src/store/ledger-writer';
import { type OpenedJudging, OpenJudging } from '../../../libs/loyalty/src/use-cases/open-judging';

/** The ledger as others wrote it, each with one safeguard taken out. */

/** Reads the account without its lock; the pause is the network's, which a quiet test machine lacks. */
export class UnlockedAccounts extends AccountRepository {
  override async lock(tx: Tx, ids: Iterable<MemberId>): Promise<Map<MemberId, Account>> {
    const accounts = await this.read(tx, [...ids]);
    await sleep(10);
    return accounts;
  }

  override async lockOrOpen(tx: Tx, openings: ReadonlyMap<MemberId, Opening>): Promise<Map<MemberId, Account>> {
    const known = await this.lock(tx, openings.keys());
    return known.size === openings.size ? known : super.lockOrOpen(tx, openings);
  }
}

/** Believes that all of a lot is still there when its time is over. */
export class ForgetfulLots extends AccountRepository {
  override async lots(
    db: Queryable,
    ids: readonly MemberId[],
    source: string | null = null,
  ): Promise<Map<MemberId, Lot[]>> {
    const lots = await super.lots(db, ids, source);
    return new Map([...lots].map(([id, list]) => [id, list.map((lot) => ({ ...lot, remaining: lot.earned }))]));
  }
}

/** Does not remember what was paid before. */
export class ForgetfulJournal extends JournalRepository {
  override async byReference(): Promise<Map<string, Entry>> {
    return new Map();
  }
}

/** Brings spent points back into lots that keep their own end, however near or past: they die at once. */
export class EndsAsBefore extends LedgerWriter {
  protected override async updateLots(tx: Tx, batch: LedgerBatch): Promise<void> {
    const lotChanges = batch.lotChanges.map((one) => ({ ...one, change: { ...one.change, expiresAt: null } }));
    await super.updateLots(tx, Object.create(batch, { lotChanges: { value: lotChanges } }) as LedgerBatch);
  }
}

/** Brings spent points back into lots that lose their end: they live for ever. */
export class EndsNoMore extends LedgerWriter {
  protected override async updateLots(tx: Tx, batch: LedgerBatch): Promise<void> {
    await super.updateLots(tx, batch);
    for (const { memberId, change } of batch.lotChanges)
      if (change.remaining > 0)
        await tx.execute('UPDATE loyalty_lot SET expires_at = NULL WHERE member_id = ? AND lot_no = ?', [
          memberId,
          change.lotNo,
        ]);
  }
}

/** Judges by budgets that it reads without their lock, as a preview does. */
export class UnlockedBudgets extends OpenJudging {
  override async execute(...[tx, accounts, upcoming]: Parameters<OpenJudging['execute']>): Promise<OpenedJudging> {
    const opened = await this.look(tx, accounts, upcoming);
    await sleep(10);
    return opened;
  }
}

let numbers = 1_000_000;

/** Writes balances as absolute values and entries without order, unconditionally. */
export class UnguardedWriter extends LedgerWriter {
  protected override async updateAccounts(tx: Tx, batch: LedgerBatch): Promise<void> {
    for (const { after } of batch.changed())
      await tx.execute('UPDATE loyalty_points_account SET available = ?, debt = ?, lot_count = ? WHERE member_id = ?', [
        after.available,
        after.debt,
        after.lotCount,
        after.memberId,
      ]);
  }

  protected override async insertEntries(tx: Tx, batch: LedgerBatch): Promise<void> {
    for (const [i, entry] of batch.entries.entries()) {
      numbers += 1;
      batch.entries[i] = { ...entry, seq: numbers };
    }
    await super.insertEntries(tx, batch);
  }

  protected override async insertLots(tx: Tx, batch: LedgerBatch): Promise<void> {
    for (const [i, { memberId, lot }] of batch.newLots.entries()) {
      numbers += 1;
      batch.newLots[i] = { memberId, lot: { ...lot, lotNo: numbers } };
    }
    await super.insertLots(tx, batch);
  }

  protected override async updateLots(tx: Tx, batch: LedgerBatch): Promise<void> {
    for (const { memberId, change } of batch.lotChanges)
      await tx.execute('UPDATE loyalty_lot SET remaining = remaining + ? WHERE member_id = ? AND lot_no = ?', [
        change.remaining,
        memberId,
        change.lotNo,
      ]);
  }
}
