// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, Problem, ROOT, runNpm, step } from './say.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules/.fanloop-lock');
/** npm's own list of what it put into node_modules. */
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');

const lockHash = () => createHash('sha256').update(readFileSync(LOCK)).digest('hex');

/** Whether node_modules holds what package-lock.json names. */
export const packagesAreFresh = () => {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) return true;
  return firstDifference() === null;
};

/**
 * The first package that is missing or of another version. Packages for other systems (optional ones) may be missing.
 * @returns {string | null}
 */
const firstDifference = () => {
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const there = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const found = there[path];
    if (!found && !entry.optional) return path;
    if (found && found.version !== entry.version) return path;
  }
  return null;
};

/** Installs exactly what the lock file names, without running any package's own scripts. */
export const installPackages = () =>
  step('npm packages', async () => {
    if (packagesAreFresh()) {
      remember();
      return null;
    }
    const { code, tail } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    if (code !== 0) throw new Problem(`npm ci failed (${code}):\n    ${explain(tail)}`);
    remember();
    return 'installed';
  });

const remember = () => {
  const hash = lockHash();
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== hash) writeFileSync(STAMP, hash);
};
