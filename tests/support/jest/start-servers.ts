import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from '../private-servers';
import { FOLDER_PREFIX, OWNER_FILE, removeStaleFolders } from './stale-folders';

/**
 * Runs once per jest run, before the first test file. Each run has servers of its own in a temporary folder on free
 * ports, so that any number of runs can go on at the same time.
 */
export default async function startServersForTests(): Promise<void> {
  removeStaleFolders();
  const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
  writeFileSync(join(folder, OWNER_FILE), String(process.pid));
  process.env['FANLOOP_TEST_FOLDER'] = folder;
  process.env['FANLOOP_TEST_RUN'] = randomBytes(4).toString('hex');
  process.env['FANLOOP_TEST_PID'] = String(process.pid);
  mkdirSync(join(folder, 'notes'));
  const wanted = {
    database: !process.env['TEST_DATABASE_URL'],
    redis: !process.env['TEST_REDIS_URL'],
  };
  const servers = await startServers(folder, wanted);
  if (servers.databaseUrl) process.env['TEST_DATABASE_URL'] = servers.databaseUrl;
  if (servers.redisUrl) process.env['TEST_REDIS_URL'] = servers.redisUrl;
  (globalThis as { fanloopServers?: unknown }).fanloopServers = servers;
}
