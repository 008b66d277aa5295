import type { MemberId } from '@fanloop/kernel';
import type { Queryable } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Entry, EntryKind } from '../rules/ledger/account';

export interface EntryRow {
  member_id: string;
  seq: number;
  kind: EntryKind;
  points: number;
  pending: number;
  balance_after: number;
  lots: string;
  reference: string;
  actor: string;
  reason: string | null;
  store_id: string | null;
  trace: string | null;
  at: Date;
  prev_hash: string;
  hash: string;
}

/** The append-only journal: only read here; `LedgerWriter` is the one place that appends. */
@Injectable()
export class JournalRepository {
  /** Entries by their business reference, so that a repeated request is answered by what it did the first time. */
  async byReference(db: Queryable, kind: EntryKind, references: readonly string[]): Promise<Map<string, Entry>> {
    if (references.length === 0) return new Map();
    const rows = await db.query<EntryRow>('SELECT * FROM loyalty_entry WHERE kind = ? AND reference IN (?)', [
      kind,
      references,
    ]);
    return new Map(rows.map((row) => [row.reference, toEntry(row)]));
  }

  /** Entries of one kind whose reference begins so, in order: the parts of one undoing. */
  async byPrefix(db: Queryable, kind: EntryKind, prefix: string): Promise<Entry[]> {
    const rows = await db.query<EntryRow>(
      'SELECT * FROM loyalty_entry WHERE kind = ? AND reference >= ? AND reference < ? ORDER BY member_id, seq',
      [kind, prefix, `${prefix}\u007f`],
    );
    return rows.map(toEntry);
  }

  /** All entries of some members, each member's in order. */
  async ofMembers(db: Queryable, ids: readonly MemberId[]): Promise<Entry[]> {
    const rows = await db.query<EntryRow>(
      'SELECT * FROM loyalty_entry WHERE member_id IN (?) ORDER BY member_id, seq',
      [ids],
    );
    return rows.map(toEntry);
  }
}

export const toEntry = (row: EntryRow): Entry => ({
  memberId: row.member_id,
  seq: row.seq,
  kind: row.kind,
  points: row.points,
  pending: row.pending,
  balanceAfter: row.balance_after,
  lots: row.lots,
  reference: row.reference,
  actor: row.actor,
  reason: row.reason,
  storeId: row.store_id,
  trace: row.trace,
  at: row.at,
  prevHash: row.prev_hash,
  hash: row.hash,
});
