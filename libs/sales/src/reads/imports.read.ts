import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuseSale } from '../rules/refusals';
import { csvLine } from '../store/csv';
import { ImportJob, ImportRepository, RowOutcome } from '../store/import.repository';

export interface ImportView extends ImportJob {
  readonly progressPercent: number;
  readonly errors: readonly { row: number; code: string; message: string }[];
}

interface RowRow {
  row_no: number;
  outcome: RowOutcome['outcome'];
  code: string | null;
  message: string | null;
  purchase_no: string | null;
}

const ERRORS_SHOWN = 100;
const OUTCOME_TEXT: Record<RowOutcome['outcome'], string> = { written: '已导入', duplicate: '重复', skipped: '未导入' };

@Injectable()
export class ImportsRead {
  constructor(
    private readonly reader: Reader,
    private readonly imports: ImportRepository,
  ) {}

  async list(): Promise<ImportView[]> {
    return (await this.imports.list(this.reader)).map((job) => view(job, []));
  }

  async one(importId: string): Promise<ImportView> {
    const job = await this.imports.find(this.reader, importId);
    if (!job) throw refuseSale('ImportNotFound');
    const rows = await this.reader.query<RowRow>(
      "SELECT row_no, outcome, code, message, purchase_no FROM sales_import_row WHERE import_id = ? AND outcome = 'skipped' ORDER BY row_no LIMIT ?",
      [importId, ERRORS_SHOWN],
    );
    return view(
      job,
      rows.map((row) => ({ row: row.row_no, code: row.code ?? '', message: row.message ?? '' })),
    );
  }

  /** Every row of the file with what became of it, as CSV that a spreadsheet opens safely. */
  async reportCsv(importId: string): Promise<string> {
    await this.one(importId);
    const rows = await this.reader.query<RowRow>(
      'SELECT row_no, outcome, code, message, purchase_no FROM sales_import_row WHERE import_id = ? ORDER BY row_no',
      [importId],
    );
    const lines = rows.map((row) =>
      csvLine([row.row_no, OUTCOME_TEXT[row.outcome], row.purchase_no, row.code, row.message]),
    );
    return `\ufeff${csvLine(['行', '结果', '消费单号', '代码', '说明'])}${lines.join('')}`;
  }
}

const view = (job: ImportJob, errors: ImportView['errors']): ImportView => ({
  ...job,
  progressPercent: job.state === 'done' ? 100 : Math.min(99, Math.floor((job.doneRows * 100) / Math.max(1, job.rows))),
  errors,
});
