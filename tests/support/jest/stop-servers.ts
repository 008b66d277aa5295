import { rmSync } from 'node:fs';
import { dropSchemasOfThisRun } from '../own-schema';
import type { PrivateServers } from '../private-servers';
import { stopStackOfThisRun } from '../running-stack';

export default async function stopServersAfterTests(): Promise<void> {
  const servers = (globalThis as { fanloopServers?: PrivateServers }).fanloopServers;
  await stopStackOfThisRun();
  // A server of somebody's own outlives the run: leave it as it was found.
  if (servers && !servers.databaseUrl) await dropSchemasOfThisRun();
  await servers?.stop();
  const folder = process.env['FANLOOP_TEST_FOLDER'];
  if (folder && !process.env['KEEP_TEST_FOLDER']) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
