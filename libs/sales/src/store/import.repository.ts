import { addMs, Clock } from '@fanloop/kernel';
import { CLOCK, chunks, jsonOrNull, num, Queryable, Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportSettings } from '../rules/import/fields';

export type ImportState = 'uploaded' | 'mapped' | 'running' | 'done' | 'cancelled' | 'failed';

export interface ImportJob {
  readonly importId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly settings: ImportSettings | null;
  readonly rows: number;
  /** Purchases of the plan that are dealt with: the checkpoint. */
  readonly donePurchases: number;
  readonly doneRows: number;
  readonly written: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly points: number;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface RowOutcome {
  readonly row: number;
  readonly outcome: 'written' | 'duplicate' | 'skipped';
  readonly code: string | null;
  readonly message: string | null;
  readonly purchaseNo: string | null;
}

interface JobRow {
  id: string;
  file_name: string;
  state: ImportState;
  settings: unknown;
  row_count: number;
  done_purchases: number;
  done_rows: number;
  written: number;
  duplicates: number;
  skipped: number;
  points: string;
  failure: string | null;
  created_at: Date;
  finished_at: Date | null;
}

const COLUMNS = `id, file_name, state, settings, row_count, done_purchases, done_rows, written, duplicates, skipped, points,
  failure, created_at, finished_at`;
const PART_CHARACTERS = 1_000_000;
/** A worker that died is replaced after this time. */
const LEASE_MS = 30_000;

@Injectable()
export class ImportRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async insert(
    tx: Tx,
    file: { fileName: string; content: string; hash: string; rows: number; actor: string },
  ): Promise<string> {
    const inserted = await tx.execute(
      "INSERT INTO sales_import (file_name, content_hash, state, row_count, created_by, created_at) VALUES (?, ?, 'uploaded', ?, ?, ?)",
      [file.fileName.slice(0, 190), file.hash, file.rows, file.actor, this.clock.now()],
    );
    for (let part = 0; part * PART_CHARACTERS < file.content.length; part += 1)
      await tx.execute('INSERT INTO sales_import_content (import_id, part, text) VALUES (?, ?, ?)', [
        inserted.insertId,
        part,
        file.content.slice(part * PART_CHARACTERS, (part + 1) * PART_CHARACTERS),
      ]);
    return inserted.insertId;
  }

  async find(from: Queryable, importId: string, lock = false): Promise<ImportJob | null> {
    const [row] = await from.query<JobRow>(
      `SELECT ${COLUMNS} FROM sales_import WHERE id = ? ${lock ? 'FOR UPDATE' : ''}`,
      [importId],
    );
    return row ? toJob(row) : null;
  }

  async list(from: Queryable, limit = 50): Promise<ImportJob[]> {
    const rows = await from.query<JobRow>(`SELECT ${COLUMNS} FROM sales_import ORDER BY id DESC LIMIT ?`, [limit]);
    return rows.map(toJob);
  }

  async content(from: Queryable, importId: string): Promise<string> {
    const parts = await from.query<{ text: string }>(
      'SELECT text FROM sales_import_content WHERE import_id = ? ORDER BY part',
      [importId],
    );
    return parts.map((part) => part.text).join('');
  }

  /** False when the import is in none of the states `from`. */
  async move(
    tx: Tx,
    importId: string,
    from: readonly ImportState[],
    to: ImportState,
    change: { settings?: ImportSettings; failure?: string | null } = {},
  ): Promise<boolean> {
    const finished = to === 'done' || to === 'cancelled' || to === 'failed';
    const changed = await tx.execute(
      `UPDATE sales_import SET state = ?, settings = COALESCE(?, settings), failure = ?, finished_at = ?,
         lease_owner = NULL, lease_until = NULL
        WHERE id = ? AND state IN (?)`,
      [
        to,
        change.settings ? JSON.stringify(change.settings) : null,
        change.failure ?? null,
        finished ? this.clock.now() : null,
        importId,
        from,
      ],
    );
    return changed.affectedRows === 1;
  }

  async waiting(from: Queryable): Promise<string[]> {
    const rows = await from.query<{ id: string }>(
      "SELECT id FROM sales_import WHERE state = 'running' AND (lease_until IS NULL OR lease_until <= ?) ORDER BY id",
      [this.clock.now()],
    );
    return rows.map((row) => row.id);
  }

  /** True when `owner` may go on with a running import: nobody else holds it, or its holder fell silent. */
  async lease(tx: Tx, importId: string, owner: string): Promise<boolean> {
    const now = this.clock.now();
    const changed = await tx.execute(
      `UPDATE sales_import SET lease_owner = ?, lease_until = ?
        WHERE id = ? AND state = 'running' AND (lease_owner = ? OR lease_until IS NULL OR lease_until <= ?)`,
      [owner, addMs(now, LEASE_MS), importId, owner, now],
    );
    return changed.affectedRows === 1;
  }

  async advance(
    tx: Tx,
    job: { importId: string; purchases: number; points: number },
    rows: readonly RowOutcome[],
  ): Promise<void> {
    const inserted = await this.insertRows(tx, job.importId, rows);
    const count = (outcome: RowOutcome['outcome']): number => inserted.filter((row) => row.outcome === outcome).length;
    await tx.execute(
      `UPDATE sales_import SET done_purchases = done_purchases + ?, done_rows = done_rows + ?, written = written + ?,
         duplicates = duplicates + ?, skipped = skipped + ?, points = points + ? WHERE id = ?`,
      [
        job.purchases,
        inserted.length,
        count('written'),
        count('duplicate'),
        count('skipped'),
        job.points,
        job.importId,
      ],
    );
  }

  /** Rows that were reported before (by a run that was interrupted) keep their first report and are not counted again. */
  private async insertRows(tx: Tx, importId: string, rows: readonly RowOutcome[]): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const known = new Set<number>();
    for (const part of chunks(rows, 2000)) {
      const found = await tx.query<{ row_no: number }>(
        'SELECT row_no FROM sales_import_row WHERE import_id = ? AND row_no IN (?)',
        [importId, part.map((row) => row.row)],
      );
      for (const row of found) known.add(num(row.row_no));
    }
    const fresh = rows.filter((row) => !known.has(row.row));
    for (const part of chunks(fresh, 2000))
      await tx.execute(
        'INSERT INTO sales_import_row (import_id, row_no, outcome, code, message, purchase_no) VALUES ?',
        [part.map((row) => [importId, row.row, row.outcome, row.code, row.message, row.purchaseNo])],
      );
    return fresh;
  }
}

const toJob = (row: JobRow): ImportJob => ({
  importId: row.id,
  fileName: row.file_name,
  state: row.state,
  settings: jsonOrNull<ImportSettings>(row.settings),
  rows: row.row_count,
  donePurchases: row.done_purchases,
  doneRows: row.done_rows,
  written: row.written,
  duplicates: row.duplicates,
  skipped: row.skipped,
  points: num(row.points),
  failure: row.failure,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
});
