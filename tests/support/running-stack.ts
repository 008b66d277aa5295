import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from '../../apps/stack/src/process/last-lines';
import { isAlive } from '../../apps/stack/src/process/when-gone';
import { oncePerRun, runFolder } from './once-per-run';
import { waitUntil } from './wait-until';

const ROOT = join(__dirname, '../..');
/** The first start of a clean clone builds the front ends and seeds the brand. */
const START_MS = 900_000;
const STOP_MS = 60_000;
const SAMPLE_MEMBERS = '60';

export interface RunningStack {
  readonly pid: number;
  readonly data: string;
  readonly addresses: Readonly<Record<'api' | 'console' | 'miniapp' | 'standIn' | 'worker', string>>;
}

/**
 * The whole product as `npm start` runs it, with its own data and ports; one for all stories of a jest run. While writing
 * stories, `E2E_STACK=<data folder>` uses a stack that already runs there, and leaves it running.
 */
export const runningStack = (): Promise<RunningStack> => {
  const data = process.env['E2E_STACK'];
  return data ? Promise.resolve(stackAt(data)) : oncePerRun('stack', START_MS, startStack);
};

const stackAt = (data: string): RunningStack => {
  const note = noteOf(data);
  if (!note?.ready || !isAlive(note.pid)) throw new Error(`No stack runs with ${data} (E2E_STACK).`);
  return { pid: note.pid, data, addresses: note.addresses };
};

/** Ready log-ins, as the seed has written them. */
export const logins = ({ data }: RunningStack): Record<string, string>[] =>
  JSON.parse(readFileSync(join(data, 'logins.json'), 'utf8')) as Record<string, string>[];

const startStack = async (): Promise<RunningStack> => {
  const data = join(runFolder(), 'stack');
  const logFile = join(runFolder(), 'stack.log');
  const log = openSync(logFile, 'a');
  const launcher = spawn(
    process.execPath,
    [
      join(ROOT, 'apps/stack/bootstrap.mjs'),
      ...['start', '--data', data, '--members', SAMPLE_MEMBERS, '--until-gone', runPid()],
    ],
    { cwd: ROOT, env: ownServersOnly(), stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  launcher.unref();
  let ended = false;
  launcher.once('exit', () => {
    ended = true;
  });
  await waitUntil('the stack shows its addresses', () => ended || noteOf(data)?.ready, {
    withinMs: START_MS,
    everyMs: 200,
  });
  const note = noteOf(data);
  if (ended || !note) throw new Error(`The stack did not start:\n${lastLines(logFile, 25).join('\n')}`);
  return { pid: note.pid, data, addresses: note.addresses };
};

/** A stack on a database of somebody's own would write the sample brand there. */
const ownServersOnly = (): NodeJS.ProcessEnv => {
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (/^(DATABASE_URL|REDIS_URL|WECHAT_\w+|\w+_PORT|NODE_ENV|JEST_WORKER_ID)$/.test(name)) delete env[name];
  return env;
};

const runPid = (): string => process.env['FANLOOP_TEST_PID'] ?? String(process.pid);

const noteOf = (data: string): (RunningStack & { ready: boolean }) | null => {
  const path = join(data, 'running.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
};

/** Ends the stack that a story of this run has started, if any. */
export const stopStackOfThisRun = async (): Promise<void> => {
  const folder = process.env['FANLOOP_TEST_FOLDER'];
  const note = folder ? noteOf(join(folder, 'stack')) : null;
  if (!note || !isAlive(note.pid)) return;
  process.kill(note.pid, 'SIGTERM');
  await waitUntil('the stack has stopped', () => !isAlive(note.pid), { withinMs: STOP_MS });
};
