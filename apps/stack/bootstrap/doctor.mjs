// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { serverIsCompiled } from './compile.mjs';
import { nodeIsNewEnough } from './node-version.mjs';
import { packagesAreFresh } from './packages.mjs';
import { ROOT } from './say.mjs';
import { TOOLS } from './tools.mjs';

/**
 * Each finding: is it there, what is it, and what follows when it is not. A `stops` finding keeps `npm start` from
 * running; the others are made when needed.
 * @typedef {{ ok: boolean, title: string, note: string, stops?: boolean }} Finding
 */

/** Says what is there and what is not; ends with 1 when something stands in the way of `npm start`. */
export const doctor = () => {
  const findings = [...machine(), ...servers(), ...checkout(), ...data()];
  for (const { ok, title, note, stops } of findings)
    process.stdout.write(`  ${ok ? '✓' : stops ? '✗' : '–'} ${title.padEnd(26)} ${note}\n`);
  const inTheWay = findings.filter(({ ok, stops }) => !ok && stops);
  process.stdout.write(
    inTheWay.length === 0
      ? '\n  npm start can run.\n'
      : `\n  In the way of npm start: ${inTheWay.map(({ title }) => title).join(', ')}.\n`,
  );
  return inTheWay.length === 0 ? 0 : 1;
};

const NEEDED_MB = 700;

/** @returns {Finding[]} */
const machine = () => {
  const { bavail, bsize } = statfsSync(ROOT);
  const freeMb = Math.floor((bavail * bsize) / 1_048_576);
  return [
    { ok: nodeIsNewEnough(), title: 'Node', note: `${process.versions.node} (20.19 or newer is needed)`, stops: true },
    { ok: freeMb >= NEEDED_MB, title: 'disk', note: `${freeMb} MB free (${NEEDED_MB} MB are needed)`, stops: true },
    {
      ok: existsSync('/usr/bin/setpriv') || existsSync('/bin/setpriv'),
      title: 'setpriv',
      note: 'lets the kernel end the servers when the launcher is killed outright (package util-linux)',
    },
  ];
};

/** @returns {Finding[]} */
const servers = () => {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  return Object.values(TOOLS).map(({ title, find, instead, packages }) => {
    const own = instead && process.env[instead];
    const path = find();
    const forTestsOnly = instead === null;
    const missing = canInstall
      ? `npm ${forTestsOnly ? 'test' : 'start'} will install it`
      : `install: ${packages.join(' ')}`;
    const note = own
      ? `your own (${instead})`
      : path
        ? version(path)
        : `not installed; ${missing}${forTestsOnly ? ' (for npm test)' : ''}`;
    return { ok: Boolean(own || path), title, note, stops: !forTestsOnly && !canInstall };
  });
};

/** @param {string} path */
const version = (path) => {
  if (!path.startsWith('/')) return path;
  const program = path.endsWith('install-db') || path.endsWith('install_db') ? path.replace(/[^/]+$/, 'mariadb') : path;
  const told = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0]?.trim();
  return told || path;
};

/** @returns {Finding[]} */
const checkout = () => [
  {
    ok: packagesAreFresh(),
    title: 'npm packages',
    note: 'as package-lock.json names them; else npm ci runs by itself',
  },
  {
    ok: serverIsCompiled(),
    title: 'compiled server',
    note: 'dist/ is as new as its sources; else it is compiled (about 1 s)',
  },
  ...['apps/console/dist/index.html', 'apps/miniapp/dist/h5/index.html'].map((file) => ({
    ok: existsSync(join(ROOT, file)),
    title: file.includes('console') ? 'console build' : 'mini-program build (h5)',
    note: 'built once and again when its sources change',
  })),
];

/** @returns {Finding[]} */
const data = () => {
  const folder = join(ROOT, '.data');
  const note = read(join(folder, 'running.json'));
  const runs = note !== null && alive(note.pid);
  return [
    { ok: existsSync(join(folder, 'mariadb/prepared')), title: 'data', note: `${folder} (made at the first start)` },
    {
      ok: runs,
      title: 'running stack',
      note: runs ? `process ${note.pid}, console ${note.addresses.console}` : 'none runs now',
    },
  ];
};

/**
 * @param {string} path
 * @returns {{ pid: number, addresses: { console: string } } | null}
 */
const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/** @param {number} pid */
const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
