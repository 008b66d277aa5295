import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NOT_SOURCE = new Set(['node_modules', 'dist', '.swc', '.data', 'coverage']);

/** One hash over the content of all source files below these paths: times do not matter, so a checkout is not stale. */
export const sourceHash = (root: string, paths: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, root, path);
  return hash.digest('hex');
};

const addTo = (hash: ReturnType<typeof createHash>, root: string, path: string): void => {
  const full = join(root, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) {
    hash.update(path).update('\0').update(readFileSync(full)).update('\0');
    return;
  }
  for (const name of readdirSync(full).sort()) if (!NOT_SOURCE.has(name)) addTo(hash, root, join(path, name));
};
