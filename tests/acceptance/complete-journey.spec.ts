import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemActor } from '@fanloop/kernel';
import { LoyaltyDoor, ReplaysRead, RunReplays, StartReplay } from '@fanloop/loyalty';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { importCompleteJourney } from '../../apps/worker/src/import/complete-journey';
import { ProgressLine } from '../../apps/worker/src/import/progress-line';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { readEnv } from '../../config/env';
import { usePrivateDatabase } from '../support/private-database';

const folder = resolve(__dirname, '../../../shared/data/completejourney');
const there = existsSync(join(folder, 'transactions_sample.csv.gz'));
const title = there ? 'Complete Journey' : 'Complete Journey (skipped: no data folder)';

interface Totals {
  lines: number;
  baskets: number;
  households: number;
  stores: number;
  products: number;
  unknownProductLines: number;
  salesCents: string;
  retailDiscountCents: string;
  couponDiscountCents: string;
  couponMatchCents: string;
  salesCentsByMonth: Record<string, string>;
}

(there ? describe : describe.skip)(title, () => {
  const database = usePrivateDatabase('journey');
  let app: INestApplicationContext;

  beforeAll(async () => {
    const key = (digit: string): string => digit.repeat(64);
    const env = readEnv({
      DATABASE_URL: database.url,
      REDIS_URL: database.redisUrl,
      LOG_LEVEL: 'silent',
      WECHAT_APP_ID: 'wx0000000000000001',
      WECHAT_APP_SECRET: 'not used',
      FIELD_KEY: key('a'),
      BLIND_INDEX_KEY: key('b'),
      MEMBER_CODE_KEY: key('c'),
    });
    app = await Test.createTestingModule({ imports: [WorkerModule.forRoot(env)] }).compile();
  });
  afterAll(() => app?.close());

  const one = async (sql: string): Promise<string> => {
    const [row] = await database.query<Record<string, string>>(sql);
    return String(Object.values(row!)[0]);
  };

  /** Everything in the database but the queue's own clocks. */
  const fingerprint = async (): Promise<Record<string, string>> => {
    const tables = await database.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    );
    const sums = await database.query<{ Table: string; Checksum: string }>(
      `CHECKSUM TABLE ${tables.map(({ name }) => `\`${name}\``).join(', ')}`,
    );
    return Object.fromEntries(sums.map((row) => [row.Table, String(row.Checksum)]));
  };

  /** The whole year once more under the active rules. */
  const replayed = async (): Promise<unknown> => {
    const get = <T>(token: new (...args: never[]) => T): T => app.get(token, { strict: false });
    const period = { from: '2016-12-01', to: '2018-02-01' };
    const replayId = await get(StartReplay).execute({ ...period, changes: [], actor: systemActor('test') });
    await get(RunReplays).execute();
    return (await get(ReplaysRead).one(replayId)).report;
  };

  const run = (): Promise<string[]> => importCompleteJourney(app, folder, new ProgressLine(silent));
  const silent = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream;

  it('equals the totals that an independent script computes, proves its ledger, and changes nothing the second time', async () => {
    const script = join(__dirname, 'complete-journey-totals.mjs');
    const totals = JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as Totals;
    const summary = await run();
    expect(summary.join('\n')).toContain(`purchases written  ${totals.baskets} (${totals.lines} lines)`);
    process.stdout.write(`${summary.join('\n')}\n`);

    const found: Omit<Totals, 'salesCentsByMonth'> = {
      lines: Number(await one('SELECT COUNT(*) FROM sales_purchase_line')),
      baskets: Number(await one('SELECT COUNT(*) FROM sales_purchase')),
      households: Number(await one('SELECT COUNT(DISTINCT member_id) FROM sales_purchase')),
      stores: Number(await one('SELECT COUNT(DISTINCT store_id) FROM sales_purchase')),
      products: Number(await one('SELECT COUNT(*) FROM sales_product')),
      unknownProductLines: Number(
        await one("SELECT COUNT(*) FROM sales_purchase_line WHERE name = 'unknown product' AND category IS NULL"),
      ),
      salesCents: await one('SELECT SUM(amount_fen) FROM sales_purchase_line'),
      retailDiscountCents: await one('SELECT SUM(discount_fen - coupon_discount_fen) FROM sales_purchase_line'),
      couponDiscountCents: await one('SELECT SUM(coupon_tender_fen) FROM sales_purchase_line'),
      couponMatchCents: await one('SELECT SUM(coupon_discount_fen) FROM sales_purchase_line'),
    };
    const { salesCentsByMonth, ...expected } = totals;
    expect(found).toEqual(expected);
    expect(await one('SELECT SUM(net_fen) FROM sales_purchase')).toBe(totals.salesCents);
    const months = await database.query<{ month: string; cents: string }>(
      "SELECT DATE_FORMAT(business_date, '%Y-%m') AS month, SUM(net_fen) AS cents FROM sales_purchase GROUP BY month",
    );
    expect(Object.fromEntries(months.map((row) => [row.month, row.cents]))).toEqual(salesCentsByMonth);

    expect(await one('SELECT COUNT(*) FROM tagging_fan_tier')).toBe(String(totals.households));
    expect(await one('SELECT COUNT(*) FROM tagging_rfm')).toBe(String(totals.households));
    expect(await one('SELECT COUNT(*) FROM loyalty_points_account')).toBe(String(totals.households));
    const proof = await app.get(LoyaltyDoor, { strict: false }).prove();
    expect(proof).toMatchObject({ ok: true, traces: totals.baskets, olderTraces: 0 });
    expect(await replayed()).toMatchObject({
      events: { purchases: totals.baskets, older: 0, otherVersions: 0 },
      differences: { count: 0, first: [] },
    });

    const before = await fingerprint();
    const again = await run();
    expect(again.join('\n')).toContain(`already there      ${totals.baskets}`);
    expect(again.join('\n')).toContain('purchases written  0 (0 lines)');
    expect(await fingerprint()).toEqual(before);
  });
});
