import { Reader } from '@fanloop/platform';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { proveInLanes } from '../../apps/worker/src/ledger-proof/prove-in-lanes';
import { contextModules } from '../../config/contexts';
import type { Env } from '../../config/env';
import type { ReplayPlan } from '../../libs/loyalty/src/rules/replay/plan';
import { ProgrammeRepository } from '../../libs/loyalty/src/store/programme.repository';
import { PlayJournal } from '../../libs/loyalty/src/use-cases/replay/play-journal';
import { BareJournal } from './bare-journal';
import { type BenchRow, inTurn, type Latencies, latenciesOf } from './figures';
import { fillLedger } from './ledger-history';

const PURCHASES = Number(process.env['BENCH_PURCHASES'] ?? 100_000);

/**
 * The proof of the ledger and the replay of a year of purchases, beside reading the same rows. Each entry is hashed, each decision is
 * judged again. "p50" is the time of the whole.
 */
export const benchLedger = async (env: Env): Promise<BenchRow[]> => {
  const app = await NestFactory.createApplicationContext(ledgerModule(env), { logger: ['error'] });
  const bare = new BareJournal(env.DATABASE_URL);
  try {
    await fillLedger(app, PURCHASES);
    const prove = async (rowsOnly: boolean): Promise<number> => {
      const { ok, entries, traces } = await proveInLanes(env, { rowsOnly });
      if (!ok || traces !== (rowsOnly ? 0 : PURCHASES))
        throw new Error(`the ledger does not prove: ${traces} of ${PURCHASES}`);
      return entries;
    };
    const replay = async (): Promise<number> => {
      const report = await app.get(PlayJournal, { strict: false }).execute(await planOf(app), async () => true);
      if (report?.differences.count !== 0) throw new Error('the active rules do not give what the ledger says');
      return report.events.purchases;
    };
    const name = (what: string): string => `${what}, ${PURCHASES.toLocaleString('en')} purchases`;
    return [
      {
        name: name('proof of rows'),
        ...(await inTurn(
          () => whole(() => prove(true)),
          () => whole(() => bare.read({ hashed: true })),
        )),
        aim: 1,
        least: 0.2,
      },
      {
        name: name('proof'),
        ...(await inTurn(
          () => whole(() => prove(false)),
          () => whole(() => bare.read({ hashed: true })),
        )),
        aim: 0.5,
        least: 0.1,
      },
      {
        name: name('replay'),
        ...(await inTurn(
          () => whole(replay),
          () => whole(() => bare.read({ hashed: false })),
        )),
        aim: 0.5,
        least: 0.1,
      },
    ];
  } finally {
    await bare.end();
    await app.close();
  }
};

/** The whole past under the rules that are active now. */
const planOf = async (app: INestApplicationContext): Promise<ReplayPlan> => {
  const programmes = app.get(ProgrammeRepository, { strict: false });
  const { rules } = await programmes.current(app.get(Reader, { strict: false }));
  return { from: '2025-01-01', to: '2027-01-01', storeIds: null, changes: [], active: rules.map(({ key }) => key) };
};

const whole = async (work: () => Promise<number>): Promise<Latencies> => {
  const began = performance.now();
  const done = await work();
  const ms = performance.now() - began;
  return { ...latenciesOf([ms], ms / 1000), perSecond: done / (ms / 1000), done };
};

const ledgerModule = (env: Env) => {
  @Module({ imports: contextModules(env) })
  class Ledger {}
  return Ledger;
};
