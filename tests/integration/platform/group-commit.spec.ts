import { accept, type Outcome, reject } from '@fanloop/kernel';
import { GroupCommit, refusePlatform, type Tx, UnitOfWork } from '@fanloop/platform';
import { usePrivateDatabase } from '../../support/private-database';

const INSERT =
  "INSERT INTO platform_audit (at, actor_kind, actor_id, action, subject, details) VALUES (UTC_TIMESTAMP(3), 'system', 't', 't', ?, '{}')";

describe('GroupCommit', () => {
  const database = usePrivateDatabase();
  const batches: number[] = [];
  const work = async (tx: Tx, commands: readonly string[]): Promise<Outcome<string>[]> => {
    batches.push(commands.length);
    const outcomes: Outcome<string>[] = [];
    for (const command of commands) {
      if (command === 'refused') {
        outcomes.push(reject(refusePlatform('NotFound')));
        continue;
      }
      await tx.execute(INSERT, [command]);
      if (command === 'poison') throw new Error('poisoned');
      outcomes.push(accept(`did ${command}`));
    }
    return outcomes;
  };
  const rows = async (): Promise<number> => (await database.query('SELECT 1 FROM platform_audit')).length;
  beforeEach(() => batches.splice(0));

  it('shares transactions among those who wait, and answers each its own result', async () => {
    const group = new GroupCommit(new UnitOfWork(database.dataSource), work, { maxBatch: 50 });
    const names = Array.from({ length: 300 }, (_, i) => `c${i}`);
    const answers = await Promise.all(names.map((name) => group.submit(name)));
    expect(answers).toEqual(names.map((name) => `did ${name}`));
    expect(await rows()).toBe(300);
    expect(Math.max(...batches)).toBe(50);
    expect(batches.length).toBeLessThan(20);
  });

  it('answers after COMMIT: the row is there for everybody', async () => {
    const group = new GroupCommit(new UnitOfWork(database.dataSource), work);
    await group.submit('alone');
    expect(await rows()).toBe(1);
    expect(batches).toEqual([1]);
  });

  it('lets one bad command fail alone: its neighbours are done once', async () => {
    const group = new GroupCommit(new UnitOfWork(database.dataSource), work);
    const results = await Promise.allSettled(['a', 'poison', 'b', 'refused'].map((command) => group.submit(command)));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(results[3]).toMatchObject({ reason: { code: 'NotFound' } });
    const subjects = await database.query<{ subject: string }>('SELECT subject FROM platform_audit ORDER BY subject');
    expect(subjects.map((row) => row.subject)).toEqual(['a', 'b']);
  });

  it('refuses at once when too many wait', async () => {
    const group = new GroupCommit(new UnitOfWork(database.dataSource), work, { maxWaiting: 2, maxBatch: 1 });
    const results = await Promise.allSettled(['a', 'b', 'c'].map((command) => group.submit(command)));
    expect(results[2]).toMatchObject({ status: 'rejected', reason: { code: 'Busy' } });
    expect(await rows()).toBe(2);
  });
});
