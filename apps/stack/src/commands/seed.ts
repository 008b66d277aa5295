import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeExit } from '../process/child';
import { lastLines } from '../process/last-lines';
import { Trouble } from '../trouble';
import type { Crew } from './databases';

const SEED = 'dist/apps/worker/src/seed.js';
const LOOK_MS = 250;

/**
 * Fills a new brand with the sample one, once. The private database: until a seed has come to its end (it writes through
 * idempotent use cases, so the next start goes on with one that was cut short). A database of one's own: only when its
 * schema held nothing before the migrations.
 */
export const seedWhenNew = async (crew: Crew, wasEmpty: boolean, members: number | undefined): Promise<void> => {
  const { session, steps, supervisor } = crew;
  const begun = join(session.folders.data, 'seed-begun');
  const done = join(session.folders.data, 'seed-done');
  const isNew = session.ownDatabase ? wasEmpty || existsSync(begun) : wasEmpty || !existsSync(done);
  if (!isNew) return;
  if (members === 0) {
    writeFileSync(done, '');
    return steps.skip('sample brand', 'left out (--members 0)');
  }
  const script = join(session.folders.root, SEED);
  if (!existsSync(script)) return steps.skip('sample brand', `${SEED} is not there: the brand stays empty`);
  writeFileSync(begun, '');
  const logFile = join(session.folders.logs, 'seed.log');
  await steps.run('sample brand', async (progress) => {
    const looking = setInterval(() => progress(lastLines(logFile, 1)[0] ?? ''), LOOK_MS);
    const size = members === undefined ? {} : { SAMPLE_MEMBERS: String(members) };
    try {
      const { exit, tail } = await supervisor.task({
        name: 'sample brand',
        file: process.execPath,
        args: ['--enable-source-maps', script],
        env: { ...session.env, LOG_LEVEL: 'warn', ...size },
        cwd: session.folders.root,
        logFile,
      });
      if (exit.code !== 0)
        throw new Trouble(`Seeding ${describeExit(exit)}.`, [
          `Log: ${logFile}`,
          ...tail,
          'The next start goes on with it.',
        ]);
      rmSync(begun, { force: true });
      writeFileSync(done, '');
      return tail.at(-1) ?? 'seeded';
    } finally {
      clearInterval(looking);
    }
  });
};
