import { randomUUID } from 'node:crypto';
import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise';
import type { Env } from '../../config/env';
import { openRushShop } from '../support/rush-shop';
import { type BenchRow, drive, inTurn, type Latencies } from './figures';
import { startApi, startLoad } from './processes';

const CALLERS = 64;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const WARM_UP_SECONDS = 2;
const CLAIMERS = 8000;
/** More than any run can claim. */
const PER_MEMBER = 1000;

/**
 * The coupon rush: 64 claimers and one stock row, durable, with limits, idempotency and events; by the use case and by
 * HTTP. Beside it a claim at its barest by mysql2: one conditional update of the stock, its count looked at, and one
 * insert into a table like that of the coupons, in a transaction of their own; and the conditional update alone.
 */
export const benchCouponRush = async (env: Env): Promise<BenchRow[]> => {
  const shop = await openRushShop(env, CLAIMERS);
  const templateId = await shop.open({ stockTotal: CLAIMERS * PER_MEMBER, perMemberLimit: PER_MEMBER });
  const bare = new BareClaims(env.DATABASE_URL);
  const byUseCase = (seconds: number): Promise<Latencies> =>
    drive(CALLERS, seconds, async (caller, n) => {
      const { memberId } = shop.claimers[(n * CALLERS + caller) % shop.claimers.length]!;
      await shop.claim.execute({ templateId, memberId, idempotencyKey: randomUUID() });
    });
  try {
    await byUseCase(WARM_UP_SECONDS);
    await bare.prepare(templateId);
    await bare.claims(WARM_UP_SECONDS);
    const useCase = await inTurn(
      () => byUseCase(SECONDS),
      () => bare.claims(SECONDS),
    );
    const http = await byHttp(shop.claimers, templateId, () => bare.claims(SECONDS));
    const update = await bare.updates(SECONDS);
    const judged = { aim: 3, least: 1 };
    const told = { aim: null, least: null };
    return [
      { name: 'rush by use case, 64 claimers', ...useCase, ...judged },
      { name: 'rush by HTTP, 64 claimers', ...http, ...judged },
      { name: 'rush by HTTP / update alone', ...http, barePerSecond: update.perSecond, ...told },
    ];
  } finally {
    await bare.end();
    await shop.close();
  }
};

const byHttp = async (
  claimers: readonly { readonly token: string }[],
  templateId: string,
  bare: () => Promise<Latencies>,
) => {
  const api = await startApi();
  const load = startLoad();
  try {
    const requests = claimers.map(({ token }) => ({ token, body: null }));
    const path = `/api/member/coupons/templates/${templateId}/claims`;
    const plan = { origin: api.origin, path, callers: CALLERS, requests };
    await load.run({ ...plan, seconds: WARM_UP_SECONDS });
    return await inTurn(() => load.run({ ...plan, seconds: SECONDS }), bare);
  } finally {
    load.stop();
    await api.stop();
  }
};

/** What a claim costs with nothing around it, on a copy of the tables. */
class BareClaims {
  private readonly pool: Pool;
  private drawn = 0;
  private templateId = '';

  constructor(databaseUrl: string) {
    this.pool = createPool({ uri: databaseUrl, connectionLimit: 10, timezone: 'Z' });
  }

  async prepare(templateId: string): Promise<void> {
    this.templateId = templateId;
    for (const table of ['coupons_template', 'coupons_coupon']) {
      await this.pool.query(`DROP TABLE IF EXISTS bare_${table}`);
      await this.pool.query(`CREATE TABLE bare_${table} LIKE ${table}`);
    }
    await this.pool.query('INSERT INTO bare_coupons_template SELECT * FROM coupons_template WHERE id = ?', [
      templateId,
    ]);
  }

  claims(seconds: number): Promise<Latencies> {
    return drive(CALLERS, seconds, async () => {
      const connection = await this.pool.getConnection();
      try {
        await connection.beginTransaction();
        const [taken] = await connection.execute<ResultSetHeader>(TAKE, [this.templateId]);
        if (taken.affectedRows !== 1) throw new Error('the bare stock is empty');
        this.drawn += 1;
        const number = String(this.drawn).padStart(12, '0');
        await connection.execute(
          `INSERT INTO bare_coupons_coupon
             (coupon_no, template_id, terms_id, member_id, ordinal, valid_from, valid_until, claimed_at, state_at)
           VALUES (?, 1, 1, ?, 1, '2026-06-15', '2026-06-22', '2026-06-15', '2026-06-15')`,
          [number, this.drawn],
        );
        await connection.commit();
      } finally {
        connection.release();
      }
    });
  }

  updates(seconds: number): Promise<Latencies> {
    return drive(CALLERS, seconds, async () => {
      const [taken] = await this.pool.execute<ResultSetHeader>(TAKE, [this.templateId]);
      if (taken.affectedRows !== 1) throw new Error('the bare stock is empty');
    });
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

const TAKE = 'UPDATE bare_coupons_template SET stock_left = stock_left - 1 WHERE id = ? AND stock_left >= 1';
