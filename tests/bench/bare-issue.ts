import { randomInt } from 'node:crypto';
import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise';
import { type Latencies, latenciesOf } from './figures';

const ROWS = 1000;
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The rows of a bulk issue with nothing around them: a thousand in one INSERT and the stock, in a transaction of their own. */
export class BareIssue {
  private readonly pool: Pool;
  private round = 0;

  constructor(
    databaseUrl: string,
    private readonly members: number,
  ) {
    this.pool = createPool({ uri: databaseUrl, connectionLimit: 1, timezone: 'Z' });
  }

  async prepare(): Promise<void> {
    for (const table of ['coupons_template', 'coupons_coupon']) {
      await this.pool.query(`DROP TABLE IF EXISTS bare_${table}`);
      await this.pool.query(`CREATE TABLE bare_${table} LIKE ${table}`);
    }
    await this.pool.query('INSERT INTO bare_coupons_template SELECT * FROM coupons_template ORDER BY id DESC LIMIT 1');
  }

  async issue(): Promise<Latencies> {
    this.round += 1;
    const began = performance.now();
    const connection = await this.pool.getConnection();
    for (let first = 1; first <= this.members; first += ROWS) {
      await connection.beginTransaction();
      const [taken] = await connection.query<ResultSetHeader>(TAKE, [ROWS, ROWS]);
      if (taken.affectedRows !== 1) throw new Error('the bare stock is empty');
      await connection.query(INSERT, [Array.from({ length: ROWS }, (_, i) => this.row(first + i))]);
      await connection.commit();
    }
    connection.release();
    const ms = performance.now() - began;
    return { ...latenciesOf([ms], 1), perSecond: this.members / (ms / 1000), done: this.members };
  }

  private row(member: number): unknown[] {
    const number = Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    const at = new Date(1_781_500_000_000);
    return [number, 1, 1, member, this.round, at, at, at, at, 'bulk'];
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

const TAKE = 'UPDATE bare_coupons_template SET stock_left = stock_left - ? WHERE stock_left >= ?';
const INSERT = `INSERT INTO bare_coupons_coupon
  (coupon_no, template_id, terms_id, member_id, ordinal, valid_from, valid_until, claimed_at, state_at, channel) VALUES ?`;
