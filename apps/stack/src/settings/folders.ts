import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { Trouble } from '../trouble';

/** Where things lie on this machine. */
export interface Folders {
  /** The checkout: bootstrap.mjs has made it the current folder. */
  readonly root: string;
  /** Everything that a start writes: deleting it is a fresh start. */
  readonly data: string;
  readonly logs: string;
}

export const DEFAULT_DATA = '.data';

export const foldersAt = (data = DEFAULT_DATA, root = process.cwd()): Folders => {
  const folder = isAbsolute(data) ? data : resolve(root, data);
  return { root, data: folder, logs: join(folder, 'logs') };
};

/** Two years of the sample brand, logs and the redo log need about this much. */
const NEEDED_MB = 700;

/** Makes the data folder; with `fresh` it is emptied first. Refuses at once when the disk is nearly full. */
export const prepareFolders = (folders: Folders, { fresh = false } = {}): void => {
  try {
    if (fresh) rmSync(folders.data, { recursive: true, force: true, maxRetries: 3 });
    mkdirSync(folders.logs, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw cannotWrite(folders.data, error);
  }
  const { bavail, bsize } = statfsSync(folders.data);
  const freeMb = Math.floor((bavail * bsize) / 1_048_576);
  if (freeMb < NEEDED_MB)
    throw new Trouble(`The disk is full: ${freeMb} MB are free at ${folders.data}, Fanloop needs ${NEEDED_MB} MB.`, [
      'Free some space, or keep the data elsewhere: npm start -- --data /another/disk/fanloop',
    ]);
};

/** A file system's refusal in words. */
export const cannotWrite = (path: string, error: unknown): Trouble => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC') return new Trouble(`The disk is full: nothing more can be written to ${path}.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Trouble(`This user may not write to ${path} (${code}).`, [
      'Choose another: npm start -- --data <folder>',
    ]);
  return new Trouble(`${path} could not be written: ${(error as Error).message}`);
};
