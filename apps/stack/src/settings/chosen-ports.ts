import { join } from 'node:path';
import { portHolder } from '../process/port-holder';
import { freePort, isFree } from '../process/ports';
import { Trouble } from '../trouble';
import { DEFAULT_DATA, type Folders, foldersAt } from './folders';
import { readJson, writeJson } from './json-file';

/** Who listens, the variable that fixes its port, and the port that is nice to have. */
const LISTENERS = {
  api: { title: 'the API', variable: 'API_PORT', likes: 4600 },
  console: { title: 'the console', variable: 'CONSOLE_PORT', likes: 4601 },
  miniapp: { title: 'the mini-program (h5)', variable: 'MINIAPP_PORT', likes: 4602 },
  standIn: { title: 'the WeChat stand-in', variable: 'STAND_IN_PORT', likes: 4603 },
  worker: { title: 'the worker', variable: 'WORKER_PORT', likes: 4604 },
  mariadb: { title: 'MariaDB', variable: 'MARIADB_PORT', likes: 4605 },
  redis: { title: 'Redis', variable: 'PRIVATE_REDIS_PORT', likes: 4606 },
} as const;

export type Listener = keyof typeof LISTENERS;
export type Ports = Readonly<Record<Listener, number>>;

/**
 * The ports of this start. One that the environment fixes must be free, else a message says who holds it. A remembered
 * one that somebody else took meanwhile is replaced and `say` tells so. All are remembered in `stack.json`.
 */
export const choosePorts = async (folders: Folders, say: (line: string) => void): Promise<Ports> => {
  const path = join(folders.data, 'stack.json');
  const remembered = ((readJson(path) as { ports?: Partial<Ports> } | null)?.ports ?? {}) as Partial<Ports>;
  const likesFixed = folders.data === foldersAt(DEFAULT_DATA, folders.root).data;
  const chosen = new Map<Listener, number>();
  for (const listener of Object.keys(LISTENERS) as Listener[]) {
    const fixed = process.env[LISTENERS[listener].variable];
    const taken = new Set(chosen.values());
    const port = fixed
      ? await fixedPort(listener, fixed)
      : await usualPort(listener, remembered[listener], likesFixed, taken, say);
    chosen.set(listener, port);
  }
  const ports = Object.fromEntries(chosen) as Ports;
  writeJson(path, { ports });
  return ports;
};

const fixedPort = async (listener: Listener, value: string): Promise<number> => {
  const { title, variable } = LISTENERS[listener];
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(`${variable}=${value} is not a port (1 to 65535).`);
  if (await isFree(port)) return port;
  throw new Trouble(`Port ${port} for ${title} (${variable}) is taken${heldBy(port)}.`, [
    'End that program, choose another port, or leave the variable out: a free port is then found.',
  ]);
};

const usualPort = async (
  listener: Listener,
  remembered: number | undefined,
  likesFixed: boolean,
  taken: ReadonlySet<number>,
  say: (line: string) => void,
): Promise<number> => {
  const { title, likes } = LISTENERS[listener];
  const wanted = remembered ?? (likesFixed ? likes : undefined);
  if (wanted !== undefined && !taken.has(wanted) && (await isFree(wanted))) return wanted;
  let port = await freePort();
  while (taken.has(port)) port = await freePort();
  if (wanted !== undefined) say(`Port ${wanted} for ${title} is taken${heldBy(wanted)}: using ${port} instead.`);
  return port;
};

const heldBy = (port: number): string => {
  const holder = portHolder(port);
  return holder ? ` by ${holder}` : '';
};
