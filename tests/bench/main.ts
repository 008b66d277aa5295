import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '../../config/env';
import type { BenchRow, Verdict } from './figures';
import { printRows } from './figures';
import { benchTill } from './till';

/** A part of the bench: fills its own tables and answers its rows. */
type Bench = (env: ReturnType<typeof readEnv>) => Promise<BenchRow[]>;

/** `npm run bench`: ratios against a bare limit measured in the same run, on servers of its own. */
const main = async (): Promise<void> => {
  const env = readEnv();
  const benches: Bench[] = [benchTill];
  const rush = join(__dirname, 'coupon-rush.js');
  if (existsSync(rush)) benches.push((require(rush) as { benchCouponRush: Bench }).benchCouponRush);
  const rows: BenchRow[] = [];
  for (const bench of benches) rows.push(...(await bench(env)));
  const verdict: Verdict = printRows(rows, process.stdout);
  if (!verdict.ok) process.exitCode = 1;
};

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`bench: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
