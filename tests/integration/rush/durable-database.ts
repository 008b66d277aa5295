import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from '../../../apps/stack/src/process/child';
import { freePort } from '../../../apps/stack/src/process/ports';
import { waitUntilReady } from '../../../apps/stack/src/process/wait-until-ready';
import { mariaDbChild, mariaDbProbe, mariaDbUrl, prepareMariaDb } from '../../../apps/stack/src/servers/mariadb';

export interface DurableDatabase {
  readonly url: string;
  /** `kill -9`, and up again on the same data and port. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

const READY_MS = 60_000;

/** A MariaDB as `npm start` runs it: what was committed survives its death. */
export const startDurableDatabase = async (): Promise<DurableDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'fanloop-rush-'));
  mkdirSync(folder, { recursive: true });
  const password = randomBytes(12).toString('hex');
  const settings = { folder, logFile: join(folder, 'server.log'), port: await freePort(), password };
  const plan = { ...settings, profile: 'durable', bufferPoolMb: 128 } as const;
  await prepareMariaDb(plan);
  const url = mariaDbUrl(plan.port, password);
  const start = async (): Promise<Child> => {
    const child = Child.start(mariaDbChild(plan));
    await waitUntilReady(child, mariaDbProbe(url), READY_MS);
    return child;
  };
  let server = await start();
  const kill = async (): Promise<void> => {
    server.kill('SIGKILL');
    await server.exited;
  };
  return {
    url,
    killAndRestart: async () => {
      await kill();
      server = await start();
    },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
