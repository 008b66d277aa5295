import { randomBytes, randomUUID } from 'node:crypto';
import { createPool, type Pool, type PoolConnection, type RowDataPacket } from 'mysql2/promise';
import { drive, type Latencies } from './figures';

type Row = Record<string, unknown>;

/** The tables of which a purchase at the till writes rows, and what must be new in each of them. */
const WRITTEN: readonly { table: string; rows: number; fresh: (row: Row, n: number) => Row }[] = [
  {
    table: 'platform_idempotency_key',
    rows: 1,
    fresh: (row) => ({ ...row, key_id: randomBytes(32).toString('hex') }),
  },
  {
    table: 'sales_purchase',
    rows: 1,
    fresh: (row) => ({
      ...without(row, 'id'),
      purchase_no: randomBytes(8).toString('hex'),
      external_key: randomUUID(),
    }),
  },
  { table: 'sales_purchase_line', rows: 2, fresh: (row, n) => ({ ...row, purchase_id: unique(), line_no: n }) },
  {
    table: 'loyalty_entry',
    rows: 1,
    fresh: (row) => ({ ...without(row, 'id'), seq: unique(), reference: `purchase:${unique()}` }),
  },
  { table: 'loyalty_lot', rows: 1, fresh: (row) => ({ ...row, lot_no: unique() }) },
  { table: 'counter_receipt', rows: 1, fresh: (row) => ({ ...row, purchase_id: unique() }) },
  { table: 'platform_outbox', rows: 2, fresh: (row) => ({ ...without(row, 'id'), event_id: randomUUID() }) },
];

/** And those of which it changes a row. */
const CHANGED: readonly { table: string; sql: string }[] = [
  {
    table: 'sales_member_count',
    sql: 'UPDATE bare_sales_member_count SET purchases = purchases + 1 WHERE member_id = ?',
  },
  {
    table: 'loyalty_points_account',
    sql: 'UPDATE bare_loyalty_points_account SET available = available + 1, seq = seq + 1, lot_count = lot_count + 1 WHERE member_id = ? AND available + 1 >= 0',
  },
  {
    table: 'loyalty_member_day',
    sql: 'UPDATE bare_loyalty_member_day SET tier_points = tier_points + 1, purchases = purchases + 1 WHERE member_id = ?',
  },
];

let last = 1_000_000;
const unique = (): number => {
  last += 1;
  return last;
};

const without = (row: Row, column: string): Row => {
  const { [column]: _, ...rest } = row;
  return rest;
};

/**
 * The limit that the till is held against: the rows of one purchase, as they are in the tables, written one purchase at a
 * time by bare mysql2 with prepared statements: begin, two locks by update, the inserts, commit. No rules, no HTTP, no
 * idempotency look-up. It writes into copies of the tables with the same columns and indexes.
 */
export class BareRows {
  private readonly pool: Pool;
  private readonly samples = new Map<string, Row[]>();
  private memberIds: string[] = [];

  constructor(databaseUrl: string) {
    this.pool = createPool({
      uri: databaseUrl,
      connectionLimit: 10,
      timezone: 'Z',
      supportBigNumbers: true,
      bigNumberStrings: true,
    });
  }

  /** Empty copies of the tables. Those of which rows are changed are copied with their rows. */
  async copyTables(): Promise<void> {
    for (const { table } of [...WRITTEN, ...CHANGED]) {
      await this.pool.query(`DROP TABLE IF EXISTS bare_${table}`);
      await this.pool.query(`CREATE TABLE bare_${table} LIKE ${table}`);
    }
    for (const { table } of CHANGED) await this.pool.query(`INSERT INTO bare_${table} SELECT * FROM ${table}`);
  }

  /** Copies the tables and takes a sample of what the till wrote. */
  async prepare(): Promise<void> {
    await this.copyTables();
    for (const { table, rows } of WRITTEN) {
      const order = table === 'sales_purchase_line' ? 'ORDER BY purchase_id DESC' : '';
      const where = table === 'platform_idempotency_key' ? 'WHERE answer IS NOT NULL' : '';
      const [found] = await this.pool.query<RowDataPacket[]>(`SELECT * FROM ${table} ${where} ${order} LIMIT ?`, [
        rows,
      ]);
      if (found.length < rows) throw new Error(`the till wrote no ${table}: nothing to compare with`);
      this.samples.set(table, found as Row[]);
    }
    const [members] = await this.pool.query<RowDataPacket[]>('SELECT member_id FROM bare_loyalty_member_day');
    this.memberIds = members.map((row) => String(row['member_id']));
  }

  run(callers: number, seconds: number): Promise<Latencies> {
    return drive(callers, seconds, async () => {
      const connection = await this.pool.getConnection();
      try {
        await this.writeOne(connection);
      } finally {
        connection.release();
      }
    });
  }

  end(): Promise<void> {
    return this.pool.end();
  }

  private async writeOne(connection: PoolConnection): Promise<void> {
    const member = this.memberIds[unique() % this.memberIds.length]!;
    await connection.beginTransaction();
    for (const { sql } of CHANGED) await connection.execute(sql, [member]);
    for (const { table, rows, fresh } of WRITTEN)
      for (let n = 1; n <= rows; n += 1) {
        const row = fresh(this.samples.get(table)![n - 1]!, n);
        const columns = Object.keys(row);
        await connection.execute(
          `INSERT INTO bare_${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          Object.values(row).map(plain) as string[],
        );
      }
    await connection.commit();
  }
}

/** A JSON column arrives parsed from some servers. */
const plain = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !Buffer.isBuffer(value)
    ? JSON.stringify(value)
    : value;
