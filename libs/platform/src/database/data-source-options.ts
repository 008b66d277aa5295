import type { DataSource, DataSourceOptions } from 'typeorm';

/**
 * How every process talks to the database: UTC on both sides, milliseconds, exact BIGINT as strings, and a small pool
 * (on few cores 10 connections beat 30).
 */
export const dataSourceOptions = (
  url: string,
  parts: Pick<DataSourceOptions, 'entities' | 'migrations'> & { poolSize?: number },
): DataSourceOptions => ({
  type: 'mysql',
  url,
  entities: parts.entities ?? [],
  migrations: parts.migrations ?? [],
  migrationsTableName: 'platform_migration',
  migrationsTransactionMode: 'none',
  synchronize: false,
  timezone: 'Z',
  charset: 'utf8mb4',
  supportBigNumbers: true,
  bigNumberStrings: true,
  poolSize: parts.poolSize ?? 10,
  extra: { enableKeepAlive: true, waitForConnections: true, trace: false },
});

interface PoolLike {
  on(event: 'connection', listener: (connection: { query(sql: string): void }) => void): void;
}

/**
 * READ COMMITTED, UTC and strict mode on each new connection, before anything else runs on it (a connection's commands
 * are queued in order). Set here and not on the server, because in production the server is somebody else's.
 */
export const prepareConnections = (dataSource: DataSource): void => {
  const pool = (dataSource.driver as unknown as { pool: PoolLike }).pool;
  pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    connection.query(
      "SET SESSION time_zone = '+00:00', SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE'",
    );
  });
};
