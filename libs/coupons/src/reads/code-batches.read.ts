import type { Clock } from '@fanloop/kernel';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { FaultyLine } from '../rules/codes/code-lines';
import { refuseCode } from '../rules/codes/code-refusals';
import type { CodePattern } from '../rules/codes/pattern';
import { type BatchRow, type BatchState, formOf, reportOf } from '../store/code-batch.repository';

/** A batch as the console shows it. Times are ISO 8601 UTC. */
export interface CodeBatchView {
  readonly batchId: string;
  readonly templateId: string;
  readonly name: string;
  /** Null: imported. */
  readonly form: CodePattern | null;
  readonly caseSensitive: boolean;
  /** `over`: its time has come, though nobody ended it. */
  readonly state: BatchState | 'over';
  readonly wanted: number;
  readonly made: number;
  readonly used: number;
  readonly unused: number;
  /** Unused codes that are worth nothing any more. */
  readonly void: number;
  /** Lines of the file that were not taken. */
  readonly skipped: number;
  readonly usableUntil: string | null;
  readonly failure: string | null;
  /** `staff:12`. */
  readonly createdBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** Without the lines that were not taken, which may be long. */
const COLUMNS = `id, template_id, name, kind, pattern, charset, checked, case_sensitive, wanted, made, skipped, strict, state,
  usable_until, failure, created_by, created_at, started_at, finished_at`;

/** Batches of codes, for the console. */
@Injectable()
export class CodeBatchesRead {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of one coupon, newest first. */
  async list(templateId: string): Promise<CodeBatchView[]> {
    const rows = await this.reader.query<BatchRow>(
      `SELECT ${COLUMNS}, NULL AS report FROM coupons_code_batch WHERE template_id = ? ORDER BY id DESC LIMIT 200`,
      [templateId],
    );
    return this.views(rows);
  }

  /** With the lines that were not taken, at most 500. Throws CodeBatchNotFound. */
  async one(batchId: string): Promise<CodeBatchView & { readonly report: FaultyLine[] }> {
    const row = await this.reader.one<BatchRow>('SELECT * FROM coupons_code_batch WHERE id = ?', [batchId]);
    if (!row) throw refuseCode('CodeBatchNotFound');
    const [view] = await this.views([row]);
    return { ...view!, report: reportOf(row) };
  }

  private async views(rows: readonly BatchRow[]): Promise<CodeBatchView[]> {
    if (rows.length === 0) return [];
    const counts = await this.reader.query<{ batch_id: string; n: string }>(
      "SELECT batch_id, COUNT(*) AS n FROM coupons_code WHERE batch_id IN (?) AND state = 'used' GROUP BY batch_id",
      [rows.map((row) => row.id)],
    );
    const used = new Map(counts.map((row) => [row.batch_id, num(row.n)]));
    const now = this.clock.now();
    return rows.map((row) => view(row, used.get(row.id) ?? 0, now));
  }
}

const view = (row: BatchRow, used: number, now: Date): CodeBatchView => {
  const isOver = row.state === 'ready' && row.usable_until !== null && row.usable_until <= now;
  const state = isOver ? 'over' : row.state;
  const left = row.made - used;
  return {
    batchId: row.id,
    templateId: row.template_id,
    name: row.name,
    form: formOf(row),
    caseSensitive: row.case_sensitive === 1,
    state,
    wanted: row.wanted,
    made: row.made,
    used,
    unused: state === 'ready' ? left : 0,
    void: state === 'ended' || state === 'over' ? left : 0,
    skipped: row.skipped,
    usableUntil: row.usable_until?.toISOString() ?? null,
    failure: row.failure,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
};
