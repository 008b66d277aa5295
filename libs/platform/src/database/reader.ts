import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const READING = /^\s*(select|with|show|explain|\()/i;

/** Queries for screens, outside a transaction. It refuses to write. */
@Injectable()
export class Reader {
  constructor(private readonly dataSource: DataSource) {}

  /** BIGINT, DECIMAL, COUNT and SUM arrive as strings. */
  async query<Row extends object>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    if (!READING.test(sql)) throw new Error('Reader only reads: writes need a transaction (UnitOfWork.run)');
    return this.dataSource.query(sql, [...params]);
  }

  async one<Row extends object>(sql: string, params: readonly unknown[] = []): Promise<Row | null> {
    const [row] = await this.query<Row>(sql, params);
    return row ?? null;
  }
}

/** Something that can be asked: inside a transaction or outside one. */
export interface Queryable {
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}
