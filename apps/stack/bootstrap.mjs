// @ts-check
// The one door of this repository: `npm start`, `npm test` and the other commands come here. Plain Node without any
// package, because on a clean clone there is none yet. It brings up what a command needs (packages, servers, the
// compiled code) and hands over to dist/apps/stack/src/main.js in the same process.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileServer } from './bootstrap/compile.mjs';
import { doctor } from './bootstrap/doctor.mjs';
import { checkNode } from './bootstrap/node-version.mjs';
import { installPackages } from './bootstrap/packages.mjs';
import { Problem, ROOT } from './bootstrap/say.mjs';
import { installTools } from './bootstrap/tools.mjs';

/** What each command needs on the machine besides packages and compiled code. */
const NEEDS = {
  start: ['mariadb', 'redis'],
  test: ['mariadb', 'redis', 'chromium', 'font'],
  check: [],
  tour: [],
  import: ['mariadb', 'redis'],
  bench: ['mariadb', 'redis'],
  'ledger:prove': ['mariadb', 'redis'],
  owner: ['mariadb', 'redis'],
};

const run = async () => {
  const [command = 'help', ...rest] = process.argv.slice(2);
  // npm takes the `--` before our words away; whoever calls this file directly may have left it.
  const words = rest[0] === '--' ? rest.slice(1) : rest;
  process.chdir(ROOT);
  checkNode();
  if (command === 'doctor') return doctor();
  const needs = NEEDS[/** @type {keyof typeof NEEDS} */ (command)];
  if (!needs) {
    process.stderr.write(`Usage: npm start | npm test | npm run <check|doctor|tour|import|bench|ledger:prove|owner>\n`);
    return 2;
  }
  await installPackages();
  await installTools(needs);
  await compileServer();
  const { main } = createRequire(import.meta.url)(join(ROOT, 'dist/apps/stack/src/main.js'));
  return main([command, ...words]);
};

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    if (error instanceof Problem) process.stderr.write(`\n  ✗ ${error.message}\n`);
    else process.stderr.write(`\n  ✗ ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
