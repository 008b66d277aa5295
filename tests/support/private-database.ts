import { prepareConnections } from '@fanloop/platform';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { createDataSource, runMigrations } from '../../config/data-source';
import { emptyRedis } from './empty-redis';
import { bareConnection, redisUrlOfWorker, schemaName, serverAddress, urlOfSchema } from './own-schema';
import { emptyTables, rememberFirstRows } from './truncate';

/** The schema and the Redis database of this jest worker: nobody else writes there while a spec file runs. */
export interface PrivateDatabase {
  readonly url: string;
  readonly redisUrl: string;
  /** Initialised, with the product's own settings. For a race over really separate connections open more of them. */
  readonly dataSource: DataSource;
  /** One more initialised data source, closed with the rest; `poolSize` connections of its own. */
  another(poolSize?: number): Promise<DataSource>;
  /** Rows for looking at, past every layer of the product. */
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Empties every table and the Redis database; rows that the migrations themselves wrote come back. */
  truncateAll(): Promise<void>;
  close(): Promise<void>;
}

/** Opens this worker's database; the first spec file of a worker runs the real migrations, the next ones find them done. */
export const openPrivateDatabase = async (purpose = ''): Promise<PrivateDatabase> => {
  const schema = schemaName(purpose);
  const url = urlOfSchema(schema);
  const redisUrl = redisUrlOfWorker();
  await prepareSchema(schema, url);
  const connection = await bareConnection(url);
  const dataSource = await openDataSource(url);
  const opened: DataSource[] = [dataSource];
  const query = async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const [rows] = await connection.query<RowDataPacket[]>(sql, [...values]);
    return rows as Row[];
  };
  const database: PrivateDatabase = {
    url,
    redisUrl,
    dataSource,
    query,
    another: async (poolSize = 10) => {
      const next = await openDataSource(url, poolSize);
      opened.push(next);
      return next;
    },
    truncateAll: async () => {
      await Promise.all([emptyTables(connection, schema), emptyRedis(redisUrl)]);
    },
    close: async () => {
      await Promise.all(opened.map((source) => (source.isInitialized ? source.destroy() : undefined)));
      await connection.end();
    },
  };
  await database.truncateAll();
  return database;
};

const openDataSource = async (url: string, poolSize?: number): Promise<DataSource> => {
  const dataSource = await createDataSource(url, { poolSize }).initialize();
  prepareConnections(dataSource);
  return dataSource;
};

/** The same with jest's hooks: opened before the first test of the file, emptied before each, closed after the last. */
export const usePrivateDatabase = (purpose = ''): PrivateDatabase => {
  let open: PrivateDatabase | null = null;
  const database = (): PrivateDatabase => {
    if (!open) throw new Error('The private database opens in beforeAll: use it inside a test or a hook.');
    return open;
  };
  beforeAll(async () => {
    open = await openPrivateDatabase(purpose);
  });
  beforeEach(() => database().truncateAll());
  afterAll(async () => {
    await open?.close();
  });
  return {
    get url() {
      return database().url;
    },
    get redisUrl() {
      return database().redisUrl;
    },
    get dataSource() {
      return database().dataSource;
    },
    another: (poolSize) => database().another(poolSize),
    query: (sql, values) => database().query(sql, values),
    truncateAll: () => database().truncateAll(),
    close: () => database().close(),
  };
};

/** Each table's ids start somewhere else, so that an id used for the wrong kind of thing finds nothing. */
const FIRST_ID_STEP = 1000;

const prepareSchema = async (schema: string, url: string): Promise<void> => {
  const server = await bareConnection(serverAddress('TEST_DATABASE_URL'));
  try {
    const [found] = await server.query<RowDataPacket[]>(
      'SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
      [`${schema}_first`, 'ready'],
    );
    if (found.length > 0) return;
    // A run that ended half-way through the migrations leaves a schema without the mark: start anew.
    await server.query(`DROP DATABASE IF EXISTS \`${schema}\`; CREATE DATABASE \`${schema}\``);
    await runMigrations(url);
    await spreadIds(server, schema);
    await rememberFirstRows(server, schema);
  } finally {
    await server.end();
  }
};

const spreadIds = async (server: Connection, schema: string): Promise<void> => {
  const [tables] = await server.query<RowDataPacket[]>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = ? AND auto_increment = 1 ORDER BY table_name`,
    [schema],
  );
  const statements = tables.map(
    ({ name }, index) => `ALTER TABLE \`${schema}\`.\`${name}\` AUTO_INCREMENT = ${(index + 1) * FIRST_ID_STEP + 1}`,
  );
  if (statements.length > 0) await server.query(statements.join(';'));
};
