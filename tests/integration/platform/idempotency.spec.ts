import { accept, type Outcome, reject } from '@fanloop/kernel';
import { Idempotency, refusePlatform, UnitOfWork } from '@fanloop/platform';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';

describe('Idempotency', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock();
  const idempotency = new Idempotency(clock);
  const claim = (key: string, input: unknown = { n: 1 }) => ({ scope: 'test', key, input });
  const run = (key: string, input: unknown, work: () => Promise<unknown>) =>
    new UnitOfWork(database.dataSource).run((tx) => idempotency.run(tx, claim(key, input), work));

  it('L13 answers a repeated request as the first time, and does it once', async () => {
    let done = 0;
    const work = async () => ({ done: ++done });
    const answers = await Promise.all(Array.from({ length: 20 }, () => run('key-00001', { n: 1 }, work)));
    expect(done).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"done":1}']));
  });

  it('refuses the same key with another input, whatever the order of its members', async () => {
    await run('key-00002', { a: 1, b: 2 }, async () => 'first');
    await expect(run('key-00002', { b: 2, a: 1 }, async () => 'again')).resolves.toBe('first');
    await expect(run('key-00002', { a: 1, b: 3 }, async () => 'other')).rejects.toMatchObject({
      code: 'IdempotencyKeyReused',
    });
  });

  it('keeps no key of work that failed', async () => {
    await expect(run('key-00003', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(run('key-00003', 1, async () => 'second try')).resolves.toBe('second try');
  });

  it('refuses a malformed key', async () => {
    await expect(run('short', 1, async () => 1)).rejects.toMatchObject({ code: 'IdempotencyKeyMissing' });
    await expect(run("x' OR 1=1 --", 1, async () => 1)).rejects.toMatchObject({ code: 'IdempotencyKeyMissing' });
  });

  describe('in a batch', () => {
    const batch = (
      keys: readonly [string, unknown][],
      work: (fresh: readonly number[]) => Promise<Outcome<string>[]>,
    ) =>
      new UnitOfWork(database.dataSource).run((tx) =>
        idempotency.runMany(
          tx,
          keys.map(([key, input]) => claim(key, input)),
          work,
        ),
      );
    const each = async (fresh: readonly number[]) => fresh.map((i) => accept(`done ${i}`));

    it('does each key once and answers its twins alike', async () => {
      const first = await batch(
        [
          ['batch-key-1', 1],
          ['batch-key-2', 2],
          ['batch-key-1', 1],
          ['batch-key-1', 9],
        ],
        each,
      );
      expect(first.slice(0, 3)).toEqual([accept('done 0'), accept('done 1'), accept('done 0')]);
      expect(first[3]).toMatchObject({ ok: false, refusal: { code: 'IdempotencyKeyReused' } });
      const second = await batch(
        [
          ['batch-key-3', 3],
          ['batch-key-2', 2],
        ],
        each,
      );
      expect(second).toEqual([accept('done 0'), accept('done 1')]);
    });

    it('leaves no key behind for a refused command', async () => {
      const refused = await batch([['batch-key-4', 1]], async () => [reject(refusePlatform('NotFound'))]);
      expect(refused[0]).toMatchObject({ ok: false, refusal: { code: 'NotFound' } });
      expect(await batch([['batch-key-4', 1]], each)).toEqual([accept('done 0')]);
    });

    it('L13 does each of 50 keys once over 8 parallel batches that share them', async () => {
      let done = 0;
      const keys = Array.from({ length: 50 }, (_, i): [string, unknown] => [`shared-key-${i}`, i]);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, turn) =>
          batch([...keys.slice(turn), ...keys.slice(0, turn)], async (fresh) => {
            done += fresh.length;
            return fresh.map(() => accept('done'));
          }),
        ),
      );
      expect(outcomes.flat().every((outcome) => outcome.ok)).toBe(true);
      expect(done).toBe(50);
    });
  });
});
