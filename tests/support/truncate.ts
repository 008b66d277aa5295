import type { Connection, RowDataPacket } from 'mysql2/promise';

/** The list of the migrations that have run (see platform's data-source-options). */
const KEPT = ['platform_migration'];

/**
 * Some migrations write rows (texts, default settings). They are copied to `<schema>_first` once, so that emptying can
 * put them back. The table `ready` there marks a schema whose preparation came to its end.
 */
export const rememberFirstRows = async (connection: Connection, schema: string): Promise<void> => {
  const first = `\`${schema}_first\``;
  await connection.query(`DROP DATABASE IF EXISTS ${first}; CREATE DATABASE ${first}`);
  for (const table of await filledTables(connection, schema, await tablesOf(connection, schema)))
    await connection.query(`CREATE TABLE ${first}.\`${table}\` AS SELECT * FROM \`${schema}\`.\`${table}\``);
  await connection.query(`CREATE TABLE ${first}.ready (done TINYINT)`);
};

/**
 * Empties the tables that hold rows: asked in one statement, because most of them hold none. DELETE is quicker than
 * TRUNCATE for a test's few rows and lets ids go on rising; tables that forbid DELETE by a trigger (append-only
 * journals) are truncated.
 */
export const emptyTables = async (connection: Connection, schema: string): Promise<void> => {
  const filled = await filledTables(connection, schema, await tablesOf(connection, schema));
  if (filled.length === 0) return;
  const guarded = await guardedTables(connection, schema);
  const first = new Set(await tablesOf(connection, `${schema}_first`));
  const statements = filled.flatMap((table) => {
    const name = `\`${schema}\`.\`${table}\``;
    const empty = guarded.has(table) ? `TRUNCATE TABLE ${name}` : `DELETE FROM ${name}`;
    return first.has(table) ? [empty, `INSERT INTO ${name} SELECT * FROM \`${schema}_first\`.\`${table}\``] : [empty];
  });
  await connection.query(`SET FOREIGN_KEY_CHECKS = 0;${statements.join(';')};SET FOREIGN_KEY_CHECKS = 1`);
};

const tablesOf = async (connection: Connection, schema: string): Promise<string[]> => {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = ? AND table_type = 'BASE TABLE' ORDER BY table_name`,
    [schema],
  );
  return rows.map((row) => String(row['name'])).filter((name) => !KEPT.includes(name));
};

const filledTables = async (connection: Connection, schema: string, tables: string[]): Promise<string[]> => {
  if (tables.length === 0) return [];
  const asked = tables.map((table) => `(SELECT '${table}' AS name FROM \`${schema}\`.\`${table}\` LIMIT 1)`);
  const [rows] = await connection.query<RowDataPacket[]>(asked.join(' UNION ALL '));
  return rows.map((row) => String(row['name']));
};

const guardedTables = async (connection: Connection, schema: string): Promise<Set<string>> => {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT DISTINCT event_object_table AS name FROM information_schema.triggers
      WHERE trigger_schema = ? AND event_manipulation = 'DELETE'`,
    [schema],
  );
  return new Set(rows.map((row) => String(row['name'])));
};
