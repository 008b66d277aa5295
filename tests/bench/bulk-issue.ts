import { randomUUID } from 'node:crypto';
import type { Env } from '../../config/env';
import { BareIssue } from './bare-issue';
import { type BulkShop, openBulkShop } from './bulk-shop';
import { type BenchRow, drive, inTurn, type Latencies, latenciesOf } from './figures';

const MEMBERS = Number(process.env['BENCH_MEMBERS'] ?? 100_000);
const CLAIMERS = 16;

/**
 * Coupons in bulk for 100,000 members: freezing the audience, coupons, stock, events and progress, by the use case that the worker
 * runs; beside the bare rows of the coupons by multi-row INSERT of a thousand and the conditional update of the stock, durable alike.
 * Then the same while 16 members claim the same coupon without a pause.
 */
export const benchBulkIssue = async (env: Env): Promise<BenchRow[]> => {
  const shop = await openBulkShop(env, MEMBERS);
  const bare = new BareIssue(env.DATABASE_URL, MEMBERS);
  try {
    await bare.prepare();
    const alone = await inTurn(
      () => issued(shop),
      () => bare.issue(),
    );
    const claims = await drive(CLAIMERS, 5, claim(shop));
    const beside = await besideClaims(shop);
    const told = { aim: null, least: null };
    return [
      { name: `bulk issue to ${MEMBERS} members`, ...alone, aim: 0.5, least: 0.15 },
      { name: 'bulk issue / beside 16 claimers', ...beside.issue, barePerSecond: alone.perSecond, ...told },
      { name: '16 claimers / beside bulk issue', ...beside.claims, barePerSecond: claims.perSecond, ...told },
    ];
  } finally {
    await bare.end();
    await shop.close();
  }
};

/** Coupons per second; the times are those of all of them, in ms. */
const issued = async (shop: BulkShop): Promise<Latencies> => {
  await shop.order();
  const began = performance.now();
  await shop.run();
  const ms = performance.now() - began;
  process.stdout.write(`  ${MEMBERS} coupons in ${(ms / 1000).toFixed(1)} s\n`);
  return { ...latenciesOf([ms], 1), perSecond: MEMBERS / (ms / 1000), done: MEMBERS };
};

const claim = (shop: BulkShop) => async (caller: number, n: number) => {
  await shop.claim(shop.members[(n * CLAIMERS + caller) % shop.members.length]!, randomUUID());
};

const besideClaims = async (shop: BulkShop): Promise<{ issue: Latencies; claims: Latencies }> => {
  const times: number[] = [];
  let isRunning = true;
  const began = performance.now();
  const claimers = Array.from({ length: CLAIMERS }, async (_, caller) => {
    for (let n = 0; isRunning; n += 1) {
      const start = performance.now();
      await claim(shop)(caller, n);
      times.push(performance.now() - start);
    }
  });
  const issue = await issued(shop);
  isRunning = false;
  await Promise.all(claimers);
  return { issue, claims: latenciesOf(times, (performance.now() - began) / 1000) };
};
