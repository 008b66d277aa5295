export const ROWS_PER_STATEMENT = 500;

/**
 * Rows of numbers and texts as a derived table, so that one UPDATE … JOIN changes many rows, each relative to itself and
 * under its own condition. UNION ALL is understood alike by MariaDB, MySQL and TiDB (their VALUES rows differ).
 */
export const derivedTable = (
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): { sql: string; params: unknown[] } => {
  const first = columns.map((column) => `? AS ${column}`).join(', ');
  const other = columns.map(() => '?').join(', ');
  const sql = rows.map((_, i) => `SELECT ${i === 0 ? first : other}`).join(' UNION ALL ');
  return { sql: `(${sql})`, params: rows.flat() };
};

/** Ids are decimal strings; as numbers they meet a BIGINT column by its index. */
export const numeric = (id: string): bigint => BigInt(id);

/** A count that differs means that somebody changed the row without its lock: nothing of the batch may stay. */
export const expectRows = (table: string, affected: number, expected: number): void => {
  if (affected !== expected) throw new Error(`${table}: ${affected} of ${expected} rows changed`);
};
