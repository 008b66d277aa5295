// @ts-check

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { explain, Problem, runProgram, step } from './say.mjs';

/**
 * @typedef {'mariadb' | 'redis' | 'chromium' | 'font'} Tool
 * @typedef {{ title: string, packages: string[], find: () => string | null, instead: string | null }} Recipe
 */

const SBIN = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin', '/opt/homebrew/bin'];

/**
 * The full path of the first of these programs that is installed.
 * @param {string[]} names
 */
export const findProgram = (...names) => {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SBIN];
  for (const name of names)
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  return null;
};

const chineseFont = () => {
  const fcList = findProgram('fc-list');
  if (!fcList) return null;
  const listed = spawnSync(fcList, [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '';
  return listed.split('\n').find(Boolean) ?? null;
};

const browser = () => process.env.CHROMIUM_PATH || findProgram('chromium', 'chromium-browser', 'google-chrome');

/** @type {Record<Tool, Recipe>} */
export const TOOLS = {
  mariadb: {
    title: 'MariaDB',
    packages: ['mariadb-server-core', 'mariadb-client-core'],
    find: () => findProgram('mariadbd', 'mysqld') && findProgram('mariadb-install-db', 'mysql_install_db'),
    instead: 'DATABASE_URL',
  },
  redis: {
    title: 'Redis',
    packages: ['redis-server'],
    find: () => findProgram('redis-server', 'valkey-server'),
    instead: 'REDIS_URL',
  },
  chromium: { title: 'Chromium', packages: ['chromium'], find: browser, instead: null },
  font: { title: 'Chinese font', packages: ['fonts-noto-cjk'], find: chineseFont, instead: null },
};

/** Tests look for servers of one's own under names of their own. */
const replaced = (/** @type {Recipe} */ { instead }) =>
  instead !== null && Boolean(process.env[instead] || process.env[`TEST_${instead}`]);

/**
 * Those of the needed tools that are not on this machine and that no address replaces.
 * @param {string[]} needs
 */
export const missingTools = (needs) =>
  needs.map((name) => TOOLS[/** @type {Tool} */ (name)]).filter((tool) => !replaced(tool) && !tool.find());

/** @param {string[]} needs */
export const installTools = async (needs) => {
  const missing = missingTools(needs);
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages);
  const titles = missing.map((tool) => tool.title).join(', ');
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !findProgram('apt-get')) throw new Problem(howToInstall(missing, packages));
  await step(`install ${titles}`, async () => {
    const wereKeptOff = keepServicesOff();
    try {
      await apt(['update']);
      await apt(['install', '-y', '--no-install-recommends', ...packages]);
    } finally {
      wereKeptOff();
    }
    return packages.join(' ');
  });
  const still = missingTools(needs);
  if (still.length > 0)
    throw new Problem(`Installed, but still not found: ${still.map((tool) => tool.title).join(', ')}.`);
};

/** @param {string[]} words */
const apt = async (words) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, tail } = await runProgram('apt-get', ['-q', ...words], env);
  if (code !== 0) throw new Problem(`apt-get ${words.join(' ')} failed (${code}):\n    ${explain(tail)}`);
};

const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Debian starts a service as soon as its package is installed; we want only the program. A policy file that was there
 * already stays as it was.
 */
const keepServicesOff = () => {
  const before = existsSync(POLICY) ? readFileSync(POLICY) : null;
  if (before === null) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => {
    if (before === null) rmSync(POLICY, { force: true });
  };
};

/**
 * @param {Recipe[]} missing
 * @param {string[]} packages
 */
const howToInstall = (missing, packages) => {
  const lines = [`Not installed: ${missing.map((tool) => tool.title).join(', ')}.`];
  if (findProgram('apt-get'))
    lines.push(
      'As root, run:',
      `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    );
  else lines.push(`Install with your system's package manager what Debian calls: ${packages.join(' ')}`);
  for (const { title, instead } of missing)
    if (instead) lines.push(`Or set ${instead} to use a ${title} of your own (see .env.example).`);
  return lines.join('\n    ');
};
