import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RowDataPacket } from 'mysql2/promise';
import { runMigrations } from '../../../config/data-source';
import { readEnv } from '../../../config/env';
import { bareConnection, redisUrlOfWorker } from '../../support/own-schema';
import { provesAbsent, type Violations } from '../../support/proves-absent';
import { openRushShop, type RushShop } from '../../support/rush-shop';
import { rush, type Told } from './crowd';
import { type DurableDatabase, startDurableDatabase } from './durable-database';

const HOOK = join(__dirname, '../../support/typescript-hook.cjs');
const CLAIMERS = 5000;
const COUPONS = 1000;

/** Two processes of the api on one MariaDB that keeps what it committed. */
describe('a rush for one coupon', () => {
  let database: DurableDatabase;
  let shop: RushShop;
  let settings: Record<string, string>;
  const processes: ChildProcess[] = [];

  beforeAll(async () => {
    database = await startDurableDatabase();
    await runMigrations(database.url);
    const key = (digit: string): string => digit.repeat(64);
    settings = {
      ...{ DATABASE_URL: database.url, REDIS_URL: redisUrlOfWorker(), PORT: '0', LOG_LEVEL: 'silent' },
      ...{ WECHAT_APP_ID: 'wx0000000000000001', WECHAT_APP_SECRET: 'not used' },
      ...{ FIELD_KEY: key('a'), BLIND_INDEX_KEY: key('b'), MEMBER_CODE_KEY: key('c') },
    };
    shop = await openRushShop(readEnv(settings), CLAIMERS);
  });
  afterAll(async () => {
    await shop?.close();
    for (const child of processes) child.kill('SIGKILL');
    await database?.stop();
  });

  const started = new Map<string, Promise<string[]>>();
  /** The addresses of two processes; started once for each way. */
  const apis = (way: 'sound' | 'broken'): Promise<string[]> => {
    const running = started.get(way) ?? Promise.all([startApi(way), startApi(way)]);
    started.set(way, running);
    return running;
  };
  const startApi = async (way: string): Promise<string> => {
    const child = fork(join(__dirname, 'rush-api.ts'), [way], {
      execArgv: ['-r', HOOK],
      env: { ...process.env, ...settings, TZ: 'UTC' },
    });
    processes.push(child);
    const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the api ended with ${code}`)));
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [{ ready: string }];
    ended.catch(() => undefined);
    return message.ready;
  };

  /** What is not as it was told, and what passes a limit. */
  const violations = async (templateId: string, stock: number, told: readonly Told[]): Promise<Violations> => {
    const connection = await bareConnection(database.url);
    const query = async <Row>(sql: string): Promise<Row[]> =>
      (await connection.query<RowDataPacket[]>(sql, [templateId]))[0] as Row[];
    const coupons = await query<{ coupon_no: string; member_id: string }>(
      'SELECT coupon_no, member_id FROM coupons_coupon WHERE template_id = ?',
    );
    const [template] = await query<{ stock_left: number }>('SELECT stock_left FROM coupons_template WHERE id = ?');
    const [events] = await query<{ n: string }>(
      `SELECT COUNT(*) AS n FROM platform_outbox
        WHERE name = 'coupons.coupon-claimed.v1' AND JSON_VALUE(payload, '$.templateId') = ?`,
    );
    await connection.end();
    const kept = new Map(coupons.map((coupon) => [coupon.coupon_no, coupon.member_id]));
    const promised = told.filter(({ couponNo }) => couponNo !== null);
    const refusals = [...new Set(told.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])))].sort();
    return [
      ...unless(coupons.length === stock, `${coupons.length} of ${stock} coupons were given`),
      ...unless(template?.stock_left === 0, `the stock says that ${template?.stock_left} are left`),
      ...unless(Number(events?.n) === stock, `${events?.n} events tell of it`),
      ...unless(promised.length === stock, `${promised.length} claimers were told that they have one`),
      ...unless(
        promised.every(({ couponNo, memberId }) => kept.get(couponNo!) === memberId),
        'somebody was promised a coupon that is not there, or is another’s',
      ),
      ...unless(new Set(kept.values()).size === coupons.length, 'a member holds more than one'),
      ...unless(
        refusals.every((code) => code === 'StockExhausted' || code === 'ClaimLimitReached'),
        `refused: ${refusals.join(', ')}`,
      ),
    ];
  };
  const unless = (holds: boolean, otherwise: string): string[] => (holds ? [] : [otherwise]);

  it('C2 the twin: without the lock and the count of rows, the same crowd passes the stock', async () => {
    await provesAbsent<string[]>({
      sound: () => apis('sound'),
      broken: () => apis('broken'),
      scenario: async (origins) => {
        const templateId = await shop.open({ stockTotal: 100, perMemberLimit: 1 });
        return violations(templateId, 100, await rush(origins, templateId, shop.claimers.slice(0, 400)));
      },
    });
  });

  it('C1 C2 5,000 claimers, some of them twice, get exactly 1,000 coupons, and nobody two', async () => {
    const templateId = await shop.open({ stockTotal: COUPONS, perMemberLimit: 1 });
    const twice = shop.claimers.flatMap((claimer, i) => (i % 10 === 0 ? [claimer, claimer] : [claimer]));
    const told = await rush(await apis('sound'), templateId, twice);
    expect(await violations(templateId, COUPONS, told)).toEqual([]);
    expect(told).toHaveLength(CLAIMERS * 1.1);
  });

  it('C1 C2 the same while MariaDB is killed and comes back: exact, and what was promised is kept', async () => {
    const templateId = await shop.open({ stockTotal: COUPONS, perMemberLimit: 1 });
    let restart: Promise<void> | null = null;
    const told = await rush(await apis('sound'), templateId, shop.claimers, (soFar) => {
      if (soFar.length >= 300) restart ??= database.killAndRestart();
    });
    await restart;
    expect(restart).not.toBeNull();
    expect(await violations(templateId, COUPONS, told)).toEqual([]);
    // Some stood there with an open claim when the database died, and were answered in the end.
    expect(told.filter(({ tries }) => tries > 1).length).toBeGreaterThan(10);
    expect(told).toHaveLength(CLAIMERS);
  });
});
