import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../../apps/stack/src/process/when-gone';

export const FOLDER_PREFIX = 'fanloop-test-';
/** In each run's folder: the number of the jest process that it belongs to. */
export const OWNER_FILE = 'owner';
const HOUR_MS = 3_600_000;

/** Removes what runs that were killed have left in the temporary folder. Their servers have ended with them. */
export const removeStaleFolders = (): void => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (!belongsToLiving(folder)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or another run is removing it right now.
    }
  }
};

const belongsToLiving = (folder: string): boolean => {
  try {
    return isAlive(Number(readFileSync(join(folder, OWNER_FILE), 'utf8')));
  } catch {
    // Without a mark it is one that is being made just now, or an old one.
    return Date.now() - statSync(folder).mtimeMs < HOUR_MS;
  }
};
