// A worker in a process of its own that kills itself, as `kill -9` does, in the middle of a replay.
// node -r typescript-hook.cjs dying-replay.ts <database url> <present>
import 'reflect-metadata';
import { prepareConnections } from '@fanloop/platform';
import { createDataSource } from '../../../config/data-source';
import { FixedClock } from '../../support/fixed-clock';
import { loyaltyOn } from './loyalty-on';
import { replaysOn } from './replay-jobs-on';

const [, , url, present] = process.argv as [string, string, string, string];

const die = async (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way: nothing more may reach the database.
  return new Promise(() => undefined);
};

const work = async (): Promise<void> => {
  const dataSource = await createDataSource(url, { poolSize: 2 }).initialize();
  prepareConnections(dataSource);
  const clock = new FixedClock(present);
  const { play } = loyaltyOn(dataSource, clock);
  const dying = {
    execute: (...[plan, onPortion]: Parameters<typeof play.execute>) =>
      play.execute(plan, async (progress) => {
        await onPortion(progress);
        return die();
      }),
  };
  await replaysOn(dataSource, clock, { play: dying }).run.execute();
  await dataSource.destroy();
};

work().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
