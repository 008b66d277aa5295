import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { freePort } from '../../../apps/stack/src/process/ports';
import { Supervisor } from '../../../apps/stack/src/process/supervisor';
import {
  type MariaDbPlan,
  mariaDbChild,
  mariaDbProbe,
  mariaDbUrl,
  prepareMariaDb,
} from '../../../apps/stack/src/servers/mariadb';
import { prepareRedis, redisChild, redisProbe } from '../../../apps/stack/src/servers/redis';

describe('the private servers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fanloop-own-servers-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const supervised = (): Supervisor =>
    new Supervisor({ say: () => undefined, onLost: (trouble) => expect(trouble).toBeNull() });

  const databasePlan = async (): Promise<MariaDbPlan> => ({
    folder: join(folder, 'mariadb'),
    logFile: join(folder, 'mariadb.log'),
    port: await freePort(),
    password: 'c0ffee',
    profile: 'durable',
    bufferPoolMb: 64,
  });

  const withDatabase = async <T>(
    work: (url: string, plan: MariaDbPlan, created: boolean) => Promise<T>,
  ): Promise<T> => {
    const plan = await databasePlan();
    const supervisor = supervised();
    const { created } = await prepareMariaDb(plan);
    const url = mariaDbUrl(plan.port, plan.password);
    try {
      await supervisor.start({
        plan: mariaDbChild(plan),
        probe: mariaDbProbe(url),
        readyWithinMs: 60_000,
        vital: true,
      });
      return await work(url, plan, created);
    } finally {
      await supervisor.stopAll();
    }
  };

  const ask = async (uri: string, sql: string): Promise<RowDataPacket[]> => {
    const connection = await createConnection({ uri, multipleStatements: true });
    try {
      return (await connection.query<RowDataPacket[]>(sql))[0];
    } finally {
      await connection.end();
    }
  };

  it('MariaDB keeps the data on a second start, on another port too', async () => {
    await withDatabase(async (url, _plan, created) => {
      expect(created).toBe(true);
      await ask(url, 'CREATE TABLE kept (id INT PRIMARY KEY, word VARCHAR(20)); INSERT INTO kept VALUES (1, "茶🍵")');
    });
    await withDatabase(async (url, _plan, created) => {
      expect(created).toBe(false);
      expect(await ask(url, 'SELECT * FROM kept')).toEqual([{ id: 1, word: '茶🍵' }]);
    });
  });

  it('MariaDB lives in UTC, reads committed rows, and lets in over the network nobody but our user', async () => {
    await withDatabase(async (url, plan) => {
      const [row] = await ask(url, 'SELECT @@global.time_zone AS zone, @@global.tx_isolation AS isolation');
      expect(row).toEqual({ zone: '+00:00', isolation: 'READ-COMMITTED' });
      for (const who of ['root:', 'root:c0ffee', 'fanloop:', 'fanloop:wrong', 'anybody:'])
        await expect(ask(`mysql://${who}@127.0.0.1:${plan.port}/fanloop`, 'SELECT 1')).rejects.toThrow(/denied/i);
      await expect(ask(url, 'CREATE DATABASE somebody_elses')).rejects.toThrow(/denied/i);
    });
    expect(statSync(join(folder, 'mariadb/first-statements.sql')).mode & 0o777).toBe(0o600);
  });

  it('Redis asks for its password and keeps what was written', async () => {
    const plan = {
      folder: join(folder, 'redis'),
      logFile: join(folder, 'redis.log'),
      port: await freePort(),
      password: 'c0ffee',
      profile: 'durable',
    } as const;
    prepareRedis(plan);
    const supervisor = supervised();
    const probe = redisProbe(plan.port, plan.password);
    try {
      await supervisor.start({ plan: redisChild(plan), probe, readyWithinMs: 60_000, vital: true });
      await expect(redisProbe(plan.port, 'wrong')()).rejects.toThrow(/WRONGPASS|NOAUTH/);
    } finally {
      await supervisor.stopAll();
    }
    expect(statSync(join(folder, 'redis/appendonlydir')).isDirectory()).toBe(true);
    expect(statSync(join(folder, 'redis/redis.conf')).mode & 0o777).toBe(0o600);
  });
});
