import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../process/when-gone';
import { Trouble } from '../trouble';
import { type Folders } from './folders';
import { readJson, writeJson } from './json-file';

/** `.data/running.json`: where a running stack can be reached. It is there from the first child to the last. */
export interface RunningNote {
  readonly pid: number;
  /** False while it is still starting. */
  readonly ready: boolean;
  readonly addresses: Readonly<Record<'api' | 'console' | 'miniapp' | 'standIn' | 'worker', string>>;
}

const pathOf = (folders: Folders): string => join(folders.data, 'running.json');

/** The note of a stack whose launcher is alive; null when none runs with this data folder. */
export const runningStack = (folders: Folders): RunningNote | null => {
  const note = readJson(pathOf(folders)) as RunningNote | null;
  return note && isAlive(note.pid) ? note : null;
};

export const writeRunningNote = (folders: Folders, note: RunningNote): void => writeJson(pathOf(folders), note);

export const removeRunningNote = (folders: Folders): void => rmSync(pathOf(folders), { force: true });

/** Two stacks on one data folder would be two servers on one set of files. */
export const refuseSecondStack = (folders: Folders): void => {
  const other = runningStack(folders);
  if (!other) return;
  throw new Trouble(`Fanloop already runs with ${folders.data} (process ${other.pid}).`, [
    `Its console: ${other.addresses.console}`,
    'Stop it with Ctrl-C there, or start another one with its own data: npm start -- --data <folder>',
  ]);
};
