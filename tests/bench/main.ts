import 'reflect-metadata';
import { readEnv } from '../../config/env';
import { benchBestChoice } from './best-choice';
import { benchBulkIssue } from './bulk-issue';
import { benchCodes } from './codes';
import { benchCouponRush } from './coupon-rush';
import type { BenchRow, Verdict } from './figures';
import { printRows } from './figures';
import { benchLedger } from './ledger';
import { ownDatabase } from './own-database';
import { benchRules } from './rules';
import { benchTill } from './till';

/** A part of the bench: fills its own tables and answers its rows. */
type Bench = (env: ReturnType<typeof readEnv>) => Promise<BenchRow[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
  rules: benchRules,
  coupons: benchBestChoice,
  codes: async (env) => benchCodes(await ownDatabase(env, 'codes')),
  till: benchTill,
  rush: benchCouponRush,
  bulk: async (env) => benchBulkIssue(await ownDatabase(env, 'bulk')),
  ledger: async (env) => benchLedger(await ownDatabase(env, 'ledger')),
};

/**
 * `npm run bench`: ratios against a bare limit measured in the same run, on servers of its own. Words choose parts of it
 * (`npm run bench -- rules`).
 */
const main = async (): Promise<void> => {
  const env = readEnv();
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !(name in BENCHES));
  if (unknown !== undefined) throw new Error(`there is no part ${unknown}, but ${Object.keys(BENCHES).join(', ')}`);
  const rows: BenchRow[] = [];
  for (const name of chosen.length > 0 ? chosen : Object.keys(BENCHES)) rows.push(...(await BENCHES[name]!(env)));
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
