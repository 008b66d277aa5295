import type { EntityManager, QueryRunner } from 'typeorm';

declare const txBrand: unique symbol;

export interface WriteResult {
  /** Rows matched by the where-clause (MySQL's FOUND_ROWS meaning): check it after every conditional write. */
  readonly affectedRows: number;
  /** First AUTO_INCREMENT id of the statement, as a decimal string. */
  readonly insertId: string;
}

/**
 * One open transaction. It is handed down explicitly, and only `UnitOfWork` makes one, so a write outside a transaction
 * does not compile.
 */
export interface Tx {
  readonly [txBrand]: true;
  /** Entities for administration; hot paths write SQL. */
  readonly manager: EntityManager;
  /** Rows of a SELECT. BIGINT, DECIMAL, COUNT and SUM arrive as strings. */
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** One INSERT, UPDATE or DELETE. `VALUES ?` with `[rows]` inserts many rows at once. */
  execute(sql: string, params?: readonly unknown[]): Promise<WriteResult>;
}

interface ResultHeader {
  affectedRows: number;
  insertId: number | string;
}

/** Wraps a query runner on which a transaction was started. Only `UnitOfWork` calls it. */
export const openTx = (runner: QueryRunner): Tx => {
  const tx = {
    manager: runner.manager,
    query: (sql: string, params: readonly unknown[] = []) => runner.query(sql, [...params]),
    execute: async (sql: string, params: readonly unknown[] = []) => {
      const header = (await runner.query(sql, [...params])) as ResultHeader;
      return { affectedRows: header.affectedRows, insertId: String(header.insertId) };
    },
  };
  return tx as unknown as Tx;
};
