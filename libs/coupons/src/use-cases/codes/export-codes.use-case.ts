import type { Actor } from '@fanloop/kernel';
import { BusinessCalendar, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { refuseCode } from '../../rules/codes/code-refusals';
import { CodeBatchRepository } from '../../store/code-batch.repository';
import { CodeSecrets } from '../../store/code-secrets';
import { DeedTools } from './deed-tools';

interface ExportRow {
  id: string;
  code_secret: string;
  used_at: Date | null;
}

const PAGE = 2000;
/** Tells Excel that the text is UTF-8. */
const BOM = '\uFEFF';

/** The codes of a batch as CSV, page by page, however many there are. Whoever has them can use them, so each export is audited. */
@Injectable()
export class ExportCodes {
  constructor(
    private readonly batches: CodeBatchRepository,
    private readonly secrets: CodeSecrets,
    private readonly reader: Reader,
    private readonly calendar: BusinessCalendar,
    private readonly tools: DeedTools,
  ) {}

  /** Throws CodeBatchNotFound, CodeBatchNotReady. The audit entry is written before the first code leaves. */
  async execute({
    batchId,
    actor,
  }: {
    readonly batchId: string;
    readonly actor: Actor;
  }): Promise<AsyncGenerator<string>> {
    await this.tools.unitOfWork.run(async (tx) => {
      const batch = await this.batches.byId(tx, batchId);
      if (!batch) throw refuseCode('CodeBatchNotFound');
      if (batch.state !== 'ready' && batch.state !== 'ended') throw refuseCode('CodeBatchNotReady');
      await this.tools.audit.append(tx, {
        actor,
        action: 'coupons.codes-exported',
        subject: `code-batch:${batchId}`,
        details: { codes: batch.made },
      });
    });
    return this.pages(batchId);
  }

  private async *pages(batchId: string): AsyncGenerator<string> {
    yield `${BOM}${csv([['兑换码', '状态', '使用时间']])}`;
    for (let after = '0'; ; ) {
      const rows = await this.reader.query<ExportRow>(
        `SELECT id, code_secret, used_at FROM coupons_code WHERE batch_id = ? AND id > ? ORDER BY id LIMIT ${PAGE}`,
        [batchId, after],
      );
      if (rows.length === 0) return;
      yield csv(
        rows.map(({ code_secret, used_at }) => [
          this.secrets.open(code_secret),
          used_at ? '已使用' : '未使用',
          used_at ? this.calendar.local(used_at).replace('T', ' ') : '',
        ]),
      );
      after = rows.at(-1)!.id;
    }
  }
}

const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { escape_formulas: true, record_delimiter: 'windows' });
