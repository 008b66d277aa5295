import { randomBytes } from 'node:crypto';
import { CreateTemplate, OrderCodes, RunCodeBatches } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createPool } from 'mysql2/promise';
import { contextModules } from '../../config/contexts';
import type { Env } from '../../config/env';
import { rushDraft } from '../support/rush-shop';
import { type BenchRow, inTurn, type Latencies } from './figures';

const BATCH = 20_000;
const PROMISED = 100_000;
const PORTION = 1000;

/**
 * Unguessable codes by the job as it ships: drawn, checked, sealed, with progress and lease in each transaction of a thousand. Beside
 * it the same rows ready-made, by bare multi-row inserts of a thousand in a transaction each. The promise of 100,000 in a minute
 * is told in seconds.
 */
export const benchCodes = async (env: Env): Promise<BenchRow[]> => {
  @Module({ imports: contextModules(env) })
  class Shop {}
  const app = await NestFactory.createApplicationContext(Shop, { logger: ['error'] });
  const get = <T>(token: abstract new (...args: never[]) => T): T => app.get(token as never, { strict: false });
  const pool = createPool({ uri: env.DATABASE_URL, connectionLimit: 2, timezone: 'Z' });
  const actor = systemActor('bench');
  const templateId = await get(CreateTemplate).execute({
    draft: { ...rushDraft, stockTotal: PROMISED, perMemberLimit: 1 },
    status: 'active',
    actor,
  });
  let orders = 0;
  const make = async (count: number): Promise<Latencies> => {
    orders += 1;
    const form = { pattern: `B${orders}-######-######`, charset: 'readable', checked: true } as const;
    const about = {
      templateId,
      name: 'bench',
      form,
      usableUntil: null,
      actor,
      idempotencyKey: `bench-codes-${orders}`,
    };
    const batchId = await get(OrderCodes).execute({ ...about, count });
    return timed(count, async () => {
      await get(RunCodeBatches).execute();
      const [row] = await get(Reader).query<{ n: string }>(
        'SELECT COUNT(*) AS n FROM coupons_code WHERE batch_id = ?',
        [batchId],
      );
      if (Number(row?.n) !== count) throw new Error(`${row?.n} codes instead of ${count}`);
    });
  };
  const bare = async (): Promise<Latencies> => {
    await pool.query('DROP TABLE IF EXISTS bare_coupons_code');
    await pool.query('CREATE TABLE bare_coupons_code LIKE coupons_code');
    const rows = Array.from({ length: BATCH }, () => [
      1,
      randomBytes(32).toString('hex'),
      randomBytes(45).toString('hex'),
    ]);
    return timed(BATCH, async () => {
      for (let from = 0; from < BATCH; from += PORTION)
        await pool.query('INSERT INTO bare_coupons_code (batch_id, code_index, code_secret) VALUES ?', [
          rows.slice(from, from + PORTION),
        ]);
    });
  };
  try {
    await make(PORTION);
    const figures = await inTurn(() => make(BATCH), bare);
    const promised = await make(PROMISED);
    const seconds = PROMISED / promised.perSecond;
    return [
      { name: 'unique codes made by the job', ...figures, aim: 0.5, least: 0.2 },
      // A minute is the promise: its rate is the limit.
      {
        name: `100,000 codes: ${seconds.toFixed(1)} s`,
        ...promised,
        barePerSecond: PROMISED / 60,
        aim: 3,
        least: 1,
      },
    ];
  } finally {
    await pool.end();
    await app.close();
  }
};

/** `count` things in one go. */
const timed = async (count: number, work: () => Promise<void>): Promise<Latencies> => {
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  return { perSecond: count / (ms / 1000), p50Ms: ms / count, p99Ms: ms / count, done: count };
};
