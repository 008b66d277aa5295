import { Reader, UnitOfWork } from '@fanloop/platform';
import { usePrivateDatabase } from '../../support/private-database';

const audit = (subject: string): [string, unknown[]] => [
  "INSERT INTO platform_audit (at, actor_kind, actor_id, action, subject, details) VALUES (UTC_TIMESTAMP(3), 'system', 't', 't', ?, '{}')",
  [subject],
];

describe('UnitOfWork', () => {
  const database = usePrivateDatabase();
  const subjects = async (): Promise<string[]> =>
    (await database.query<{ subject: string }>('SELECT subject FROM platform_audit ORDER BY subject')).map(
      (row) => row.subject,
    );

  it('commits all or nothing', async () => {
    const unitOfWork = new UnitOfWork(database.dataSource);
    await unitOfWork.run((tx) => tx.execute(...audit('kept')));
    const failing = unitOfWork.run(async (tx) => {
      await tx.execute(...audit('lost'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await subjects()).toEqual(['kept']);
  });

  it('does everything in a dry run, and keeps nothing', async () => {
    const result = await new UnitOfWork(database.dataSource).run(
      async (tx) => {
        await tx.execute(...audit('tried'));
        return tx.query('SELECT subject FROM platform_audit');
      },
      { dryRun: true },
    );
    expect(result).toEqual([{ subject: 'tried' }]);
    expect(await subjects()).toEqual([]);
  });

  it('runs the loser of a deadlock again, whole', async () => {
    const unitOfWork = new UnitOfWork(database.dataSource);
    for (const subject of ['a', 'b']) await unitOfWork.run((tx) => tx.execute(...audit(subject)));
    let arrived = 0;
    let attempts = 0;
    const bothHoldOne = async (): Promise<void> => {
      arrived += 1;
      while (arrived < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const touch = (first: string, second: string): Promise<void> =>
      unitOfWork.run(async (tx) => {
        attempts += 1;
        const add = 'UPDATE platform_audit SET action = CONCAT(action, "+") WHERE subject = ?';
        await tx.execute(add, [first]);
        await bothHoldOne();
        await tx.execute(add, [second]);
      });
    await Promise.all([touch('a', 'b'), touch('b', 'a')]);
    expect(attempts).toBeGreaterThanOrEqual(3);
    expect(await database.query('SELECT DISTINCT action FROM platform_audit')).toEqual([{ action: 't++' }]);
  });

  it('works at READ COMMITTED and in UTC on every connection', async () => {
    const unitOfWork = new UnitOfWork(database.dataSource);
    const looks = await Promise.all(
      Array.from({ length: 12 }, () =>
        unitOfWork.run((tx) => tx.query('SELECT @@SESSION.tx_isolation AS isolation, @@SESSION.time_zone AS zone')),
      ),
    );
    for (const [look] of looks) expect(look).toEqual({ isolation: 'READ-COMMITTED', zone: '+00:00' });
  });

  it('keeps a BIGINT whole', async () => {
    const [row] = await new Reader(database.dataSource).query<{ big: string }>(
      'SELECT CAST(9007199254740993 AS SIGNED) AS big',
    );
    expect(row!.big).toBe('9007199254740993');
  });

  it('has a reader that refuses to write', async () => {
    await expect(new Reader(database.dataSource).query('DELETE FROM platform_audit')).rejects.toThrow('only reads');
  });
});
