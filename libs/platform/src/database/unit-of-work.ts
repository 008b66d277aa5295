import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isRetriable } from './errors';
import { openTx, Tx } from './tx';

export interface UnitOfWorkOptions {
  /** How often a transaction that lost a deadlock or a lock wait is run again. */
  readonly retries?: number;
  /** Does everything, then rolls back: the answer shows what would happen. */
  readonly dryRun?: boolean;
}

/**
 * Owns the transaction: begin, commit, rollback, and the retry of the whole work after a deadlock (1213) or a lock wait
 * timeout (1205, which rolls back only its statement, so the rollback is always explicit). The work may therefore run
 * more than once and must have no effect outside `tx`.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  async run<T>(work: (tx: Tx) => Promise<T>, options: UnitOfWorkOptions = {}): Promise<T> {
    const retries = options.retries ?? 8;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.attempt(work, options.dryRun ?? false);
      } catch (error) {
        if (!isRetriable(error) || attempt >= retries) throw error;
        await sleep(randomInt(2, 10 * (attempt + 1)));
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>, dryRun: boolean): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      const result = await work(openTx(runner));
      await (dryRun ? runner.rollbackTransaction() : runner.commitTransaction());
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
