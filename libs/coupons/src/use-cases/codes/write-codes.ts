import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CodeRepository } from '../../store/code.repository';
import { type BatchRow, CodeBatchRepository, formOf } from '../../store/code-batch.repository';
import { CodeDraw } from '../../store/code-draw';
import { CodeSecrets, type SealedCode } from '../../store/code-secrets';
import { CodeSourceRepository } from '../../store/code-source.repository';
import { faultOf } from './look-through-codes.use-case';

const PORTION = 1000;
const TRIES = 10;

/** What cannot be mended by another try. */
export class CodesImpossible extends Error {}

/** Writes the next portion of a batch, in the transaction that holds its lease. */
@Injectable()
export class WriteCodes {
  constructor(
    private readonly batches: CodeBatchRepository,
    private readonly codes: CodeRepository,
    private readonly source: CodeSourceRepository,
    private readonly secrets: CodeSecrets,
    private readonly draw: CodeDraw,
  ) {}

  /** True when nothing is left. Throws CodesImpossible. */
  async portion(tx: Tx, batch: BatchRow): Promise<boolean> {
    return batch.kind === 'generated' ? this.generated(tx, batch) : this.imported(tx, batch);
  }

  private async generated(tx: Tx, batch: BatchRow): Promise<boolean> {
    const count = Math.min(PORTION, batch.wanted - batch.made);
    if (count > 0) await this.drawn(tx, batch, count);
    await this.batches.count(tx, batch.id, count);
    return batch.made + count >= batch.wanted;
  }

  /** A code that is there already is drawn again: the unique key tells. */
  private async drawn(tx: Tx, batch: BatchRow, count: number): Promise<void> {
    const form = formOf(batch)!;
    const fresh = new Map<string, SealedCode>();
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      for (let missing = count - fresh.size; missing > 0; missing -= 1) {
        const sealed = this.secrets.seal(this.draw.next(form));
        fresh.set(sealed.index, sealed);
      }
      if (fresh.size < count) continue;
      const taken = await this.insert(tx, batch.id, [...fresh.values()]);
      if (!taken) return;
      for (const index of taken) fresh.delete(index);
    }
    throw new CodesImpossible('抽到的码总是重复：请用更长的格式');
  }

  private async imported(tx: Tx, batch: BatchRow): Promise<boolean> {
    const lines = await this.source.take(tx, batch.id);
    if (!lines) return true;
    const sealed = lines.map((line) => ({ line, ...this.secrets.seal(line) }));
    const taken = await this.insert(tx, batch.id, sealed);
    const known = taken ? sealed.filter(({ index }) => taken.has(index)).map(({ line }) => faultOf(line)) : [];
    if (known.length > 0 && batch.strict === 1)
      throw new CodesImpossible(`第 ${known[0]!.line} 行的码刚刚已由别的批次导入，按您的选择一行都没有导入`);
    const rest = taken ? sealed.filter(({ index }) => !taken.has(index)) : [];
    if (rest.length > 0) await this.codes.insert(tx, batch.id, rest);
    await this.batches.count(tx, batch.id, lines.length - known.length, known);
    return false;
  }

  /** Null: all are written. Otherwise none is, and these are there already. */
  private async insert(tx: Tx, batchId: string, codes: readonly SealedCode[]): Promise<Set<string> | null> {
    try {
      await this.codes.insert(tx, batchId, codes);
      return null;
    } catch (error) {
      if (!this.codes.isTaken(error)) throw error;
      return this.codes.taken(
        tx,
        codes.map(({ index }) => index),
        true,
      );
    }
  }
}
