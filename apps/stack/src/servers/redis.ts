import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { ChildPlan } from '../process/child';
import { findProgram } from '../process/find-program';
import type { Probe } from '../process/wait-until-ready';
import { Trouble } from '../trouble';

export interface RedisPlan {
  readonly folder: string;
  readonly logFile: string;
  readonly port: number;
  readonly password: string;
  /** `throwaway` writes nothing to disk. */
  readonly profile: 'durable' | 'throwaway';
}

const HOST = '127.0.0.1';

/** Writes the settings into a file of its own, which keeps the password out of the process list. */
export const prepareRedis = (plan: RedisPlan): void => {
  mkdirSync(plan.folder, { recursive: true, mode: 0o700 });
  const settings = [
    `bind ${HOST}`,
    `port ${plan.port}`,
    `dir "${plan.folder}"`,
    `requirepass ${plan.password}`,
    'databases 64',
    'daemonize no',
    'protected-mode yes',
    // A queue must never lose a job because memory is short: refuse the write instead.
    'maxmemory-policy noeviction',
    ...(plan.profile === 'durable'
      ? ['appendonly yes', 'appendfsync everysec', 'save ""']
      : ['appendonly no', 'save ""']),
    '',
  ];
  writeFileSync(settingsFile(plan), settings.join('\n'), { mode: 0o600 });
  chmodSync(settingsFile(plan), 0o600);
};

export const redisChild = (plan: RedisPlan): ChildPlan => ({
  name: 'Redis',
  file: required(),
  args: [settingsFile(plan)],
  logFile: plan.logFile,
});

export const redisUrl = (port: number, password: string, database = 0): string =>
  `redis://:${password}@${HOST}:${port}/${database}`;

/** AUTH and PING over a bare socket: the launcher needs no Redis client for that. */
export const redisProbe = (port: number, password: string): Probe => {
  return () =>
    new Promise<void>((resolve, reject) => {
      const socket = createConnection({ host: HOST, port });
      let answer = '';
      const end = (error?: Error): void => {
        socket.destroy();
        if (error) reject(error);
        else resolve();
      };
      socket.setTimeout(2000, () => end(new Error('no answer')));
      socket.once('error', end);
      socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
      socket.on('data', (data) => {
        answer += data.toString('utf8');
        if (answer.includes('+PONG')) end();
        else if (answer.includes('-')) end(new Error(answer.trim()));
      });
    });
};

const settingsFile = (plan: RedisPlan): string => join(plan.folder, 'redis.conf');

const required = (): string => {
  const found = findProgram('redis-server', 'valkey-server');
  if (!found)
    throw new Trouble('Redis is not installed (redis-server was not found).', [
      'Debian, Ubuntu: apt-get install --no-install-recommends redis-server',
      'Or set REDIS_URL=redis://host:6379 to use a server of your own.',
    ]);
  return found;
};
