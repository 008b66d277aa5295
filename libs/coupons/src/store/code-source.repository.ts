import { chunks, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { TakenLine } from '../rules/codes/code-lines';
import { CodeSecrets } from './code-secrets';

const PART = 1000;

/** What is left to import of a file. */
@Injectable()
export class CodeSourceRepository {
  constructor(private readonly secrets: CodeSecrets) {}

  /** Encrypted portions: made before the transaction, which holds the coupon's row. */
  sealed(lines: readonly TakenLine[]): string[] {
    return chunks(lines, PART).map((part) => this.secrets.sealPart(part));
  }

  async keep(tx: Tx, batchId: string, parts: readonly string[]): Promise<void> {
    const rows = parts.map((content, i) => [batchId, i, content]);
    for (const some of chunks(rows, 20))
      await tx.execute('INSERT INTO coupons_code_source (batch_id, part, content) VALUES ?', [some]);
  }

  /** The next portion, which is gone with this transaction. Null: none is left. */
  async take(tx: Tx, batchId: string): Promise<TakenLine[] | null> {
    const [row] = await tx.query<{ part: number; content: string }>(
      'SELECT part, content FROM coupons_code_source WHERE batch_id = ? ORDER BY part LIMIT 1',
      [batchId],
    );
    if (!row) return null;
    await tx.execute('DELETE FROM coupons_code_source WHERE batch_id = ? AND part = ?', [batchId, row.part]);
    return this.secrets.openPart<TakenLine>(row.content);
  }
}
