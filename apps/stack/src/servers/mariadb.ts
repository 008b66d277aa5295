import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import type { ChildPlan } from '../process/child';
import { findProgram } from '../process/find-program';
import type { Probe } from '../process/wait-until-ready';
import { Trouble } from '../trouble';
import { socketPath } from './socket-path';

export interface MariaDbPlan {
  /** Holds data/, the socket and the file of first statements. */
  readonly folder: string;
  readonly logFile: string;
  readonly port: number;
  readonly password: string;
  /** `durable` survives a power cut after every commit; `throwaway` is for tests, whose data nobody keeps. */
  readonly profile: 'durable' | 'throwaway';
  readonly bufferPoolMb: number;
}

export const DATABASE_USER = 'fanloop';
export const DATABASE_NAME = 'fanloop';
const HOST = '127.0.0.1';

/** Makes the data folder on the first start. Half-made folders (a kill in between) are made again. */
export const prepareMariaDb = async (plan: MariaDbPlan): Promise<{ created: boolean }> => {
  const data = join(plan.folder, 'data');
  const done = join(plan.folder, 'prepared');
  mkdirSync(plan.folder, { recursive: true, mode: 0o700 });
  writeFirstStatements(plan);
  if (existsSync(done)) return { created: false };
  rmSync(data, { recursive: true, force: true });
  const installer = required('mariadb-install-db', 'mysql_install_db');
  try {
    await promisify(execFile)(installer, [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=socket',
      '--skip-test-db',
      '--skip-name-resolve',
      ...asRoot(),
    ]);
  } catch (error) {
    const output = `${(error as { stdout?: string }).stdout ?? ''}${(error as { stderr?: string }).stderr ?? ''}`;
    const full = /No space left|Errcode: 28/i.test(output);
    throw new Trouble(
      full ? 'The disk is full: MariaDB could not make its data folder.' : 'MariaDB could not make its data folder.',
      output.trim().split('\n').slice(-8),
    );
  }
  writeFileSync(done, '');
  return { created: true };
};

/** How to run it: on loopback and a socket only, in UTC, with the whole of Unicode. */
export const mariaDbChild = (plan: MariaDbPlan): ChildPlan => ({
  name: 'MariaDB',
  file: required('mariadbd', 'mysqld'),
  args: [
    '--no-defaults',
    `--datadir=${join(plan.folder, 'data')}`,
    `--socket=${socketPath(plan.folder)}`,
    `--pid-file=${join(plan.folder, 'mariadbd.pid')}`,
    `--init-file=${firstStatements(plan)}`,
    `--port=${plan.port}`,
    `--bind-address=${HOST}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--default-time-zone=+00:00',
    '--transaction-isolation=READ-COMMITTED',
    '--max-allowed-packet=64M',
    `--innodb-buffer-pool-size=${plan.bufferPoolMb}M`,
    ...(plan.profile === 'durable' ? DURABLE : THROWAWAY),
    ...asRoot(),
  ],
  logFile: plan.logFile,
  stopWithinMs: 30_000,
});

const DURABLE = ['--innodb-flush-log-at-trx-commit=1', '--innodb-log-file-size=192M', '--max-connections=300'];
const THROWAWAY = [
  '--innodb-flush-log-at-trx-commit=2',
  '--innodb-doublewrite=0',
  '--innodb-log-file-size=96M',
  '--innodb-fast-shutdown=2',
  '--innodb-lock-wait-timeout=20',
  // A race opens processes of its own for each of its attempts, and several races run beside each other.
  '--max-connections=1500',
];

/** The address that the applications get. */
export const mariaDbUrl = (port: number, password: string, database = DATABASE_NAME): string =>
  `mysql://${DATABASE_USER}:${password}@${HOST}:${port}/${database}`;

export const mariaDbProbe = (url: string): Probe => {
  return async () => {
    const connection = await createConnection({ uri: url, connectTimeout: 2000 });
    try {
      await connection.query('SELECT 1');
    } finally {
      await connection.end();
    }
  };
};

/** mariadbd refuses to run as root unless told so. */
const asRoot = (): string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

const firstStatements = (plan: MariaDbPlan): string => join(plan.folder, 'first-statements.sql');

/**
 * Run by the server itself at each start: our schema and our user, who may touch schemas named fanloop… only. The file
 * keeps the password out of the process list; root can come only through the socket as the same system user.
 */
const writeFirstStatements = (plan: MariaDbPlan): void => {
  const user = `'${DATABASE_USER}'@'${HOST}'`;
  const file = firstStatements(plan);
  const statements = [
    `CREATE DATABASE IF NOT EXISTS \`${DATABASE_NAME}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    `CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${plan.password}';`,
    `ALTER USER ${user} IDENTIFIED BY '${plan.password}';`,
    `GRANT ALL ON \`${DATABASE_NAME}%\`.* TO ${user};`,
    '',
  ];
  writeFileSync(file, statements.join('\n'), { mode: 0o600 });
  chmodSync(file, 0o600);
};

const required = (...names: string[]): string => {
  const found = findProgram(...names);
  if (!found)
    throw new Trouble(`MariaDB is not installed (${names[0]} was not found).`, [
      'Debian, Ubuntu: apt-get install --no-install-recommends mariadb-server-core mariadb-client-core',
      'Or set DATABASE_URL=mysql://user:password@host:3306/schema to use a server of your own.',
    ]);
  return found;
};
