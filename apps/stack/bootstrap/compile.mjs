// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, Problem, ROOT, runNpm, step } from './say.mjs';

const STAMP = join(ROOT, 'dist/.stamp');
const PROOF = join(ROOT, 'dist/apps/stack/src/main.js');
const SOURCES = [
  'libs',
  'apps/api',
  'apps/worker',
  'apps/stack',
  'apps/wechat-stand-in',
  'config',
  'tests/support',
  'tests/bench',
];
const SKIPPED = new Set(['node_modules', 'dist', 'miniapp', 'console']);

/** One hash over all that the compiler reads, by content: a fresh checkout of the same sources is not stale. */
const sourcesHash = () => {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(ROOT, 'package.json'))).update(readFileSync(join(ROOT, 'config/swc.json')));
  const add = (/** @type {string} */ path) => {
    const full = join(ROOT, path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory())
      for (const name of readdirSync(full).sort()) {
        if (!SKIPPED.has(name)) add(join(path, name));
      }
    else if (stat && path.endsWith('.ts') && !path.endsWith('.spec.ts')) hash.update(path).update(readFileSync(full));
  };
  for (const path of SOURCES) add(path);
  return hash.digest('hex');
};

export const serverIsCompiled = () =>
  existsSync(STAMP) && existsSync(PROOF) && readFileSync(STAMP, 'utf8') === sourcesHash();

/** TypeScript to CommonJS in dist/ by swc: about a second; types are the business of `npm run check`. */
export const compileServer = () =>
  step('compile the server', async () => {
    if (serverIsCompiled()) return null;
    const hash = sourcesHash();
    const { code, tail } = await runNpm(['run', '--silent', 'build:server']);
    if (code !== 0) throw new Problem(`The server does not compile (npm run build:server):\n    ${explain(tail)}`);
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(STAMP, hash);
    return 'compiled';
  });
