import { type Connection, createConnection } from 'mysql2/promise';

/** The addresses that the run's set-up left in the environment. */
export const serverAddress = (name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string => {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run tests through config/jest.cjs, whose set-up starts the servers.`);
  return url;
};

/** One schema per jest worker and run; `purpose` keeps a second one of the same worker apart. */
export const schemaName = (purpose = ''): string => {
  const run = process.env['FANLOOP_TEST_RUN'] ?? 'local';
  const worker = process.env['JEST_WORKER_ID'] ?? '1';
  return `fanloop_t${run}_${worker}${purpose ? `_${purpose}` : ''}`;
};

export const urlOfSchema = (schema: string): string => {
  const url = new URL(serverAddress('TEST_DATABASE_URL'));
  url.pathname = `/${schema}`;
  return url.toString();
};

/** Each worker has a Redis database of its own: 0 stays free, 64 are there. */
export const redisUrlOfWorker = (): string => {
  const url = new URL(serverAddress('TEST_REDIS_URL'));
  url.pathname = `/${1 + (Number(process.env['JEST_WORKER_ID'] ?? '1') % 60)}`;
  return url.toString();
};

/** A bare connection with the settings that the product uses: UTC, BIGINT as strings. */
export const bareConnection = (url: string): Promise<Connection> =>
  createConnection({
    uri: url,
    timezone: 'Z',
    charset: 'utf8mb4',
    supportBigNumbers: true,
    bigNumberStrings: true,
    multipleStatements: true,
  });

export const dropSchemasOfThisRun = async (): Promise<void> => {
  const connection = await bareConnection(serverAddress('TEST_DATABASE_URL'));
  try {
    const [rows] = await connection.query('SELECT schema_name AS name FROM information_schema.schemata');
    const prefix = `fanloop_t${process.env['FANLOOP_TEST_RUN'] ?? 'local'}_`;
    for (const { name } of rows as { name: string }[])
      if (name.startsWith(prefix)) await connection.query(`DROP DATABASE \`${name}\``);
  } finally {
    await connection.end();
  }
};
