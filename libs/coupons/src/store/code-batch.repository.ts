import { addMs, type Clock } from '@fanloop/kernel';
import { CLOCK, json, type Queryable, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { CharsetName } from '../rules/codes/charset';
import type { FaultyLine } from '../rules/codes/code-lines';
import type { CodePattern } from '../rules/codes/pattern';

/** `ready`: its codes can be used. */
export type BatchState = 'waiting' | 'running' | 'ready' | 'ended' | 'cancelled' | 'failed';

export interface NewBatch {
  readonly templateId: string;
  readonly name: string;
  /** Null: imported. */
  readonly form: CodePattern | null;
  readonly caseSensitive: boolean;
  readonly lengths: { readonly least: number; readonly most: number };
  readonly wanted: number;
  /** Codes can be used before this instant; null: as long as the batch is not ended. */
  readonly usableUntil: Date | null;
  readonly report: readonly FaultyLine[];
  readonly skipped: number;
  readonly sourceHash: string | null;
  /** A line that turns out to be known already fails the whole import. */
  readonly strict: boolean;
  /** `staff:12`. */
  readonly createdBy: string;
}

export interface BatchRow {
  readonly id: string;
  readonly template_id: string;
  readonly name: string;
  readonly kind: 'generated' | 'imported';
  readonly pattern: string | null;
  readonly charset: CharsetName | null;
  readonly checked: number;
  readonly case_sensitive: number;
  readonly wanted: number;
  readonly made: number;
  readonly skipped: number;
  readonly strict: number;
  readonly state: BatchState;
  readonly usable_until: Date | null;
  readonly report: unknown;
  readonly failure: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}

export const formOf = ({
  pattern,
  charset,
  checked,
}: Pick<BatchRow, 'pattern' | 'charset' | 'checked'>): CodePattern | null =>
  pattern === null || charset === null ? null : { pattern, charset, checked: checked === 1 };

export const reportOf = ({ report }: Pick<BatchRow, 'report'>): FaultyLine[] => (report === null ? [] : json(report));

/** A worker that died is replaced after this time. */
const LEASE_MS = 30_000;
/** A batch whose worker dies so often without having written anything between is given up. */
const MOST_ATTEMPTS = 5;

/** Batches as jobs. Whoever makes one holds its lease, and writes codes only while it does. */
@Injectable()
export class CodeBatchRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  now(): Date {
    return this.clock.now();
  }

  async insert(tx: Tx, batch: NewBatch): Promise<string> {
    const { form, lengths } = batch;
    const row = {
      template_id: batch.templateId,
      name: batch.name,
      kind: form ? 'generated' : 'imported',
      pattern: form?.pattern ?? null,
      charset: form?.charset ?? null,
      checked: form?.checked ? 1 : 0,
      case_sensitive: batch.caseSensitive ? 1 : 0,
      least_length: lengths.least,
      most_length: lengths.most,
      wanted: batch.wanted,
      skipped: batch.skipped,
      state: 'waiting',
      usable_until: batch.usableUntil,
      report: JSON.stringify(batch.report),
      source_hash: batch.sourceHash,
      strict: batch.strict ? 1 : 0,
      created_by: batch.createdBy,
      created_at: this.clock.now(),
    };
    const { insertId } = await tx.execute(
      `INSERT INTO coupons_code_batch (${Object.keys(row).join(', ')}) VALUES (?)`,
      [Object.values(row)],
    );
    return insertId;
  }

  async byId(db: Queryable, batchId: string): Promise<BatchRow | null> {
    const [row] = await db.query<BatchRow>('SELECT * FROM coupons_code_batch WHERE id = ?', [batchId]);
    return row ?? null;
  }

  /** The living batch that this file was imported as. */
  async withSource(db: Queryable, sourceHash: string): Promise<string | null> {
    const [row] = await db.query<{ id: string }>(
      "SELECT id FROM coupons_code_batch WHERE source_hash = ? AND state NOT IN ('cancelled', 'failed') LIMIT 1",
      [sourceHash],
    );
    return row?.id ?? null;
  }

  /** How many codes of the same look there are, or will be, in batches that count. */
  async alike(db: Queryable, { pattern, charset }: CodePattern): Promise<number> {
    const [row] = await db.query<{ n: string | null }>(
      `SELECT SUM(wanted) AS n FROM coupons_code_batch
        WHERE REPLACE(pattern, '-', '') = REPLACE(?, '-', '') AND charset = ? AND state IN ('waiting', 'running', 'ready')`,
      [pattern, charset],
    );
    return Number(row?.n ?? 0);
  }

  /** Takes up the oldest that waits, or whose worker fell silent. Null: nothing to do. */
  async claim(tx: Tx, owner: string): Promise<string | null> {
    const now = this.clock.now();
    const [next] = await tx.query<{ id: string; attempts: number }>(
      `SELECT id, attempts FROM coupons_code_batch WHERE state = 'waiting' OR (state = 'running' AND lease_until <= ?)
        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    if (!next) return null;
    if (next.attempts >= MOST_ATTEMPTS) {
      await this.fail(tx, next.id, `连续 ${MOST_ATTEMPTS} 次中断，没有做完`);
      return this.claim(tx, owner);
    }
    const { affectedRows } = await tx.execute(
      `UPDATE coupons_code_batch SET state = 'running', lease_owner = ?, lease_until = ?, attempts = attempts + 1,
              started_at = COALESCE(started_at, ?) WHERE id = ? AND state IN ('waiting', 'running')`,
      [owner, addMs(now, LEASE_MS), now, next.id],
    );
    return affectedRows === 1 ? next.id : null;
  }

  /**
   * Locks the batch for the next portion and keeps the lease. Null: it was cancelled, or another worker has taken it. What follows
   * in this transaction is written by the holder of the lease or not at all.
   */
  async hold(tx: Tx, batchId: string, owner: string): Promise<BatchRow | null> {
    const { affectedRows } = await tx.execute(
      "UPDATE coupons_code_batch SET lease_until = ? WHERE id = ? AND state = 'running' AND lease_owner = ?",
      [addMs(this.clock.now(), LEASE_MS), batchId, owner],
    );
    return affectedRows === 1 ? this.byId(tx, batchId) : null;
  }

  /** Under `hold`. */
  async count(tx: Tx, batchId: string, made: number, known: readonly FaultyLine[] = []): Promise<void> {
    const report = known.length > 0 ? [...reportOf((await this.byId(tx, batchId))!), ...known].slice(0, 500) : null;
    await tx.execute(
      `UPDATE coupons_code_batch SET made = made + ?, skipped = skipped + ?, attempts = 0, report = COALESCE(?, report)
        WHERE id = ?`,
      [made, known.length, report ? JSON.stringify(report) : null, batchId],
    );
  }

  /** Under `hold`. */
  async finish(tx: Tx, batchId: string): Promise<void> {
    await tx.execute(
      "UPDATE coupons_code_batch SET state = 'ready', lease_owner = NULL, lease_until = NULL, finished_at = ? WHERE id = ?",
      [this.clock.now(), batchId],
    );
  }

  async fail(tx: Tx, batchId: string, failure: string): Promise<void> {
    await tx.execute(
      `UPDATE coupons_code_batch SET state = 'failed', lease_owner = NULL, lease_until = NULL, finished_at = ?, failure = ?
        WHERE id = ? AND state IN ('waiting', 'running')`,
      [this.clock.now(), failure.slice(0, 500), batchId],
    );
  }

  /** False: it is made already, or was stopped. */
  async cancel(tx: Tx, batchId: string): Promise<boolean> {
    return this.move(tx, batchId, "'waiting', 'running'", 'cancelled');
  }

  /** False: it is not ready, or has ended. */
  async end(tx: Tx, batchId: string): Promise<boolean> {
    return this.move(tx, batchId, "'ready'", 'ended');
  }

  /** One that never came to be and still has codes, or a file. */
  async discarded(tx: Tx): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM coupons_code_batch WHERE state IN ('cancelled', 'failed') AND (made > 0 OR source_hash IS NOT NULL)
        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    return row?.id ?? null;
  }

  async cleared(tx: Tx, batchId: string): Promise<void> {
    await tx.execute('DELETE FROM coupons_code_source WHERE batch_id = ?', [batchId]);
    await tx.execute('UPDATE coupons_code_batch SET made = 0, source_hash = NULL WHERE id = ?', [batchId]);
  }

  private async move(tx: Tx, batchId: string, from: string, to: BatchState): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE coupons_code_batch SET state = ?, lease_owner = NULL, lease_until = NULL, finished_at = ?
        WHERE id = ? AND state IN (${from})`,
      [to, this.clock.now(), batchId],
    );
    return affectedRows === 1;
  }
}
