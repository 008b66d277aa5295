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

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund'];

/** Installs exactly what the lock file names, without running any package's own scripts. */
export const installPackages = () =>
  step('npm packages', async () => {
    if (packagesAreFresh()) {
      remember();
      return null;
    }
    const clean = await runNpm(['ci', ...QUIET]);
    if (clean.code !== 0) {
      if (!lacksOnlyOtherSystems(clean.output))
        throw new Problem(`npm ci failed (${clean.code}):\n    ${explain(clean.tail)}`);
      const install = await runNpm(['install', '--no-save', ...QUIET]);
      if (install.code !== 0) throw new Problem(`npm install failed (${install.code}):\n    ${explain(install.tail)}`);
    }
    remember();
    return 'installed';
  });

/**
 * npm writes no entry for another system's optional package when the registry (a mirror, say) does not offer it, and then
 * its own `npm ci` refuses that lock file: "Missing: @swc/core-darwin-arm64@ from lock file", without a version. `npm
 * install --no-save` takes the same versions from the same file and changes nothing in it.
 * @param {string} output
 */
const lacksOnlyOtherSystems = (output) => {
  const complaints = output.match(/(Missing|Invalid): .*/g) ?? [];
  return complaints.length > 0 && complaints.every((line) => /^Missing: \S+@ from lock file/.test(line));
};

const remember = () => {
  const hash = lockHash();
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== hash) writeFileSync(STAMP, hash);
};
