import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Child, type ChildPlan } from '../../apps/stack/src/process/child';
import { freePort } from '../../apps/stack/src/process/ports';
import { type Probe, waitUntilReady } from '../../apps/stack/src/process/wait-until-ready';
import { mariaDbChild, mariaDbProbe, mariaDbUrl, prepareMariaDb } from '../../apps/stack/src/servers/mariadb';
import { prepareRedis, redisChild, redisProbe, redisUrl } from '../../apps/stack/src/servers/redis';

export interface PrivateServers {
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  stop(): Promise<void>;
}

const READY_MS = 60_000;
/** Between our look for a free port and the server's own listen another run may take it: look again. */
const ATTEMPTS = 4;

/** A throwaway MariaDB and Redis below `folder`, made by the same code that `npm start` uses. */
export const startServers = async (
  folder: string,
  wanted: { database: boolean; redis: boolean },
): Promise<PrivateServers> => {
  const [database, redis] = await Promise.all([
    wanted.database ? startDatabase(join(folder, 'mariadb')) : null,
    wanted.redis ? startRedis(join(folder, 'redis')) : null,
  ]);
  return {
    databaseUrl: database?.url ?? null,
    redisUrl: redis?.url ?? null,
    stop: async () => {
      // Nobody keeps the data, so nobody waits for a tidy end.
      for (const server of [database, redis]) server?.child.kill('SIGKILL');
      await Promise.all([database?.child.exited, redis?.child.exited]);
    },
  };
};

interface Started {
  readonly child: Child;
  readonly url: string;
}

const startDatabase = (folder: string): Promise<Started> =>
  onFreePort(async (port) => {
    const password = randomBytes(12).toString('hex');
    const logFile = logIn(folder);
    const plan = { folder, logFile, port, password, profile: 'throwaway', bufferPoolMb: 256 } as const;
    await prepareMariaDb(plan);
    const url = mariaDbUrl(port, password);
    return ready(mariaDbChild(plan), mariaDbProbe(url), url);
  });

const startRedis = (folder: string): Promise<Started> =>
  onFreePort(async (port) => {
    const password = randomBytes(12).toString('hex');
    const plan = { folder, logFile: logIn(folder), port, password, profile: 'throwaway' } as const;
    prepareRedis(plan);
    return ready(redisChild(plan), redisProbe(port, password), redisUrl(port, password));
  });

const ready = async (plan: ChildPlan, probe: Probe, url: string): Promise<Started> => {
  const child = Child.start(plan);
  await waitUntilReady(child, probe, READY_MS);
  return { child, url };
};

const onFreePort = async (start: (port: number) => Promise<Started>): Promise<Started> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePort());
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
};

const logIn = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  return join(folder, 'server.log');
};
