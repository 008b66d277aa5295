import { setTimeout as sleep } from 'node:timers/promises';
import { accept, type Outcome, reject } from '@fanloop/kernel';
import type { Tx } from '../database/tx';
import type { UnitOfWork } from '../database/unit-of-work';
import { refusePlatform } from '../web/platform-refusals';
import { GroupCommit } from './group-commit';

/** A database of which only the order of events is kept. */
const onPaper = (work: (commands: readonly string[]) => Outcome<string>[]) => {
  const told: string[] = [];
  const unitOfWork = {
    run: async <T>(inside: (tx: Tx) => Promise<T>): Promise<T> => {
      const result = await inside({} as Tx);
      await sleep(5);
      return result;
    },
  } as UnitOfWork;
  const commits = new GroupCommit<string, string>(
    unitOfWork,
    async (_tx, commands) => {
      told.push(`begin ${commands.join(' ')}`);
      return work(commands);
    },
    { maxBatch: 2 },
  );
  const ask = (command: string) =>
    commits.submit(command).then(
      (answer) => told.push(answer),
      (error: Error) => told.push(`${command}: ${error.message.split(':')[0]}`),
    );
  return { told, ask };
};

describe('group commit', () => {
  it('sends the next batch on its way before the last one is answered, and answers nobody before the end of his own', async () => {
    const { told, ask } = onPaper((commands) => commands.map((command) => accept(`${command} is done`)));
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask));
    expect(told).toEqual([
      'begin a b',
      'begin c d',
      ...['a is done', 'b is done'],
      'begin e',
      ...['c is done', 'd is done'],
      'e is done',
    ]);
  });

  it('answers each of a batch that failed for itself, and goes on with those who waited', async () => {
    const { told, ask } = onPaper((commands) => {
      if (commands.includes('bad')) throw new Error('the whole batch is lost');
      return commands.map((command) =>
        command === 'refused' ? reject(refusePlatform('NotFound')) : accept(`${command} is done`),
      );
    });
    await Promise.all(['good', 'bad', 'refused', 'late'].map(ask));
    expect(told).toEqual([
      'begin good bad',
      ...['begin good', 'begin bad', 'good is done', 'bad: the whole batch is lost'],
      'begin refused late',
      ...['refused: NotFound', 'late is done'],
    ]);
    await ask('once more');
    expect(told.slice(-2)).toEqual(['begin once more', 'once more is done']);
  });
});
