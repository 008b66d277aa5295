import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../process/supervisor';
import { httpProbe } from '../servers/http-probe';
import { type MariaDbPlan, mariaDbChild, mariaDbProbe, mariaDbUrl } from '../servers/mariadb';
import { type RedisPlan, redisChild, redisProbe } from '../servers/redis';
import { addressOf } from '../settings/child-env';
import type { Listener } from '../settings/chosen-ports';
import { NODE_FLAGS } from '../settings/node-flags';
import type { Session } from '../settings/session';

const SERVER_READY_MS = 60_000;
const APP_READY_MS = 60_000;

export const mariaDbPlan = ({ folders, ports, secrets }: Session): MariaDbPlan => ({
  folder: join(folders.data, 'mariadb'),
  logFile: join(folders.logs, 'mariadb.log'),
  port: ports.mariadb,
  password: secrets.databasePassword,
  profile: 'durable',
  bufferPoolMb: 512,
});

export const redisPlan = ({ folders, ports, secrets }: Session): RedisPlan => ({
  folder: join(folders.data, 'redis'),
  logFile: join(folders.logs, 'redis.log'),
  port: ports.redis,
  password: secrets.redisPassword,
  profile: 'durable',
});

export const mariaDbService = (session: Session): Service => ({
  plan: mariaDbChild(mariaDbPlan(session)),
  probe: mariaDbProbe(mariaDbUrl(session.ports.mariadb, session.secrets.databasePassword)),
  readyWithinMs: SERVER_READY_MS,
  vital: true,
});

export const redisService = (session: Session): Service => ({
  plan: redisChild(redisPlan(session)),
  probe: redisProbe(session.ports.redis, session.secrets.redisPassword),
  readyWithinMs: SERVER_READY_MS,
  vital: true,
});

/** The product's own processes: compiled entry, port and the path that answers when it is ready. */
const PROGRAMS = {
  standIn: { name: 'WeChat stand-in', entry: 'dist/apps/wechat-stand-in/src/main.js', ready: '/healthz' },
  api: { name: 'API', entry: 'dist/apps/api/src/main.js', ready: '/readyz' },
  worker: { name: 'worker', entry: 'dist/apps/worker/src/main.js', ready: '/healthz' },
} as const satisfies Partial<Record<Listener, { name: string; entry: string; ready: string }>>;

export type Program = keyof typeof PROGRAMS;

/** How to run one of them, or null while it is not built. */
export const programService = (session: Session, program: Program): Service | null => {
  const { name, entry, ready } = PROGRAMS[program];
  const script = join(session.folders.root, entry);
  if (!existsSync(script)) return null;
  const port = session.ports[program];
  return {
    plan: {
      name,
      file: process.execPath,
      args: [...NODE_FLAGS, script],
      env: { ...session.env, PORT: String(port) },
      cwd: session.folders.root,
      logFile: join(session.folders.logs, `${program}.log`),
      stopWithinMs: 15_000,
    },
    probe: httpProbe(`${addressOf(port)}${ready}`),
    readyWithinMs: APP_READY_MS,
    vital: false,
  };
};

export const programName = (program: Program): string => PROGRAMS[program].name;
