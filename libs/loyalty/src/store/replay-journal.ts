import type { MemberId } from '@fanloop/kernel';
import { num, type Queryable } from '@fanloop/platform';

/** What a replay reads of an entry. */
export interface JournalRow {
  readonly id: string;
  readonly member_id: string;
  readonly kind: 'earn' | 'clawback';
  readonly points: number;
  readonly pending: number;
  readonly reference: string;
  readonly store_id: string | null;
  readonly trace: string | null;
  readonly at: Date;
}

/** Ids from … to, both included. */
export interface JournalSpan {
  readonly first: string;
  readonly last: string;
}

export interface ReplaySpan extends JournalSpan {
  /** When the first of its entries happened. */
  readonly earliest: Date;
}

const COLUMNS = 'id, member_id, kind, points, pending, reference, store_id, trace, at';
const KINDS = "kind IN ('earn', 'clawback')";
const REFERENCES_PER_READ = 1000;

/** The journal in the order in which it was written, in portions; and what of its past a replay must know. */
export class ReplayJournal {
  constructor(private readonly db: Queryable) {}

  /** The part of the journal that holds all entries that happened from … until; null: there is none. */
  async span(from: Date, until: Date): Promise<ReplaySpan | null> {
    const [row] = await this.db.query<{ first: string | null; last: string }>(
      'SELECT MIN(id) AS first, MAX(id) AS last FROM loyalty_entry WHERE at >= ? AND at < ?',
      [from, until],
    );
    if (!row || row.first === null) return null;
    // History that was imported meanwhile lies in between.
    const [oldest] = await this.db.query<{ at: Date }>(
      'SELECT MIN(at) AS at FROM loyalty_entry WHERE id >= ? AND id <= ?',
      [row.first, row.last],
    );
    return { first: row.first, last: row.last, earliest: oldest!.at };
  }

  portion(after: string, last: string, limit: number): Promise<JournalRow[]> {
    return this.db.query<JournalRow>(
      `SELECT ${COLUMNS} FROM loyalty_entry FORCE INDEX (written)
        WHERE id > ? AND id <= ? AND ${KINDS} ORDER BY id LIMIT ?`,
      [after, last, limit],
    );
  }

  /** Purchases (`purchase:12`) that are refunded within a part of the journal. */
  async refunded({ first, last }: JournalSpan): Promise<Set<string>> {
    const rows = await this.db.query<{ reference: string }>(
      "SELECT reference FROM loyalty_entry FORCE INDEX (by_kind) WHERE kind = 'clawback' AND id >= ? AND id <= ?",
      [first, last],
    );
    return new Set(rows.map(({ reference }) => purchaseOfRefund(reference)));
  }

  /** The entries that paid for these purchases. */
  async earned(references: readonly string[]): Promise<Map<string, JournalRow>> {
    const found = new Map<string, JournalRow>();
    for (let i = 0; i < references.length; i += REFERENCES_PER_READ) {
      const rows = await this.db.query<JournalRow>(
        `SELECT ${COLUMNS} FROM loyalty_entry WHERE kind = 'earn' AND reference IN (?)`,
        [references.slice(i, i + REFERENCES_PER_READ)],
      );
      for (const row of rows) found.set(row.reference, row);
    }
    return found;
  }

  /** What members earned and gave back before an id: from an instant on, and whatever counts against a cap without end. */
  earlier(ids: readonly MemberId[], before: string, since: Date): Promise<JournalRow[]> {
    return this.db.query<JournalRow>(
      `SELECT ${COLUMNS} FROM loyalty_entry WHERE member_id IN (?) AND id < ? AND ${KINDS}
          AND (kind = 'clawback' OR at >= ? OR trace LIKE '%"perValidity"%')`,
      [ids, before, since],
    );
  }

  /** What was taken from budgets, and all refunds. */
  budgeted(after: string, before: string, limit: number): Promise<JournalRow[]> {
    return this.db.query<JournalRow>(
      `SELECT ${COLUMNS} FROM loyalty_entry FORCE INDEX (written)
        WHERE id > ? AND id < ? AND (kind = 'clawback' OR (kind = 'earn' AND trace LIKE '%"budgetLeft"%'))
        ORDER BY id LIMIT ?`,
      [after, before, limit],
    );
  }

  /** An id below which nothing was recorded at or after an instant; ids and clock go together, so halving finds it. */
  async idBefore(recordedAt: Date, last: string): Promise<string> {
    let [low, high] = [0, num(last)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const [row] = await this.db.query<{ recorded_at: Date }>(
        'SELECT recorded_at FROM loyalty_entry WHERE id >= ? ORDER BY id LIMIT 1',
        [middle],
      );
      if (row && row.recorded_at < recordedAt) low = middle;
      else high = middle - 1;
    }
    return String(low);
  }
}

/** `refund:12:7` → `purchase:12`. */
const purchaseOfRefund = (reference: string): string => `purchase:${reference.split(':')[1]}`;
