import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '@fanloop/platform';
import type { ReplayReport } from '../../../libs/loyalty/src/rules/replay/report';
import { ReplayRepository } from '../../../libs/loyalty/src/store/replay.repository';
import { provesAbsent } from '../../support/proves-absent';
import { aRule } from './loyalty-on';
import { NOW, type Play, type ReplayTwins, useReplayJobs } from './replay-jobs-on';

const HOOK = join(__dirname, '../../support/typescript-hook.cjs');
const LONGER_THAN_A_LEASE = { seconds: 31 };

describe('workers that play replays', () => {
  const { db, clock, worker, withPurchases, stateOf } = useReplayJobs();

  it('killed with -9 in the middle, another worker begins it anew after the lease', async () => {
    const one = await withPurchases();
    const replayId = await one.start();
    const child = spawn(process.execPath, ['-r', HOOK, join(__dirname, 'dying-replay.ts'), db.url, NOW], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, TZ: 'UTC' },
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    expect(await stateOf(replayId)).toMatchObject({ state: 'running', report: false });
    expect(await one.run.execute()).toBe(0);
    clock.advance(LONGER_THAN_A_LEASE);
    expect(await one.run.execute()).toBe(1);
    expect(await stateOf(replayId)).toMatchObject({ state: 'done', report: true });
  });

  /** Takes up a replay as a worker does that dies at once. */
  const takenBy = (owner: string) => {
    const { unitOfWork } = worker();
    const replays = new ReplayRepository(clock);
    const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => unitOfWork.run(work);
    return { replays, inTx, job: inTx((tx) => replays.claim(tx, owner)) };
  };

  it('a worker that wakes up after its lease writes nothing over the one that took its place', async () => {
    await withPurchases();
    const replayId = await worker().start();
    const { replays, inTx, job } = takenBy('asleep');
    expect(await job).toMatchObject({ replayId, state: 'running' });
    clock.advance(LONGER_THAN_A_LEASE);
    await worker().run.execute();
    const progress = { done: 1, total: 1, events: 1 };
    expect(await inTx((tx) => replays.advance(tx, replayId, 'asleep', progress))).toBe(false);
    expect(await inTx((tx) => replays.finish(tx, replayId, 'asleep', {} as ReplayReport))).toBe(false);
    expect(await inTx((tx) => replays.fail(tx, replayId, 'asleep', 'late'))).toBe(false);
    expect(await worker().replays.one(replayId)).toMatchObject({
      state: 'done',
      report: { events: { purchases: 30 } },
    });
  });

  it('is given up when its worker died three times', async () => {
    const replayId = await worker().start();
    for (let death = 1; death <= 3; death += 1) {
      expect(await takenBy(`worker ${death}`).job).toMatchObject({ replayId });
      expect(await takenBy('another').job).toBeNull();
      clock.advance(LONGER_THAN_A_LEASE);
    }
    expect(await worker().run.execute()).toBe(0);
    expect(await stateOf(replayId)).toMatchObject({ state: 'failed', failure: '连续 3 次中断，没有算完' });
  });

  it('that fails says why and does not stop the next one', async () => {
    const broken: Play = {
      execute: async (plan) => {
        if (plan.changes.length > 0) throw new Error('no such table');
        return { made: 'well' } as unknown as ReplayReport;
      },
    };
    const one = worker({ play: broken });
    const failing = await one.start({ draft: aRule });
    const good = await one.start();
    expect(await one.run.execute()).toBe(2);
    expect(await stateOf(failing)).toMatchObject({ state: 'failed', failure: 'no such table' });
    expect((await stateOf(good)).state).toBe('done');
  });

  it('many at once on three workers: each runs once, and never more than two at the same time', async () => {
    /** Counts and then takes: what the slots are there to prevent. */
    class WithoutSlots extends ReplayRepository {
      override async claim(tx: Tx, owner: string) {
        const job = await super.claim(tx, owner);
        if (job) await tx.execute('UPDATE loyalty_replay SET slot = NULL WHERE id = ?', [job.replayId]);
        return job;
      }
    }
    type Make = () => ReplayTwins['replays'];
    await provesAbsent<Make>({
      reset: () => db.truncateAll(),
      sound: () => () => undefined,
      broken: () => () => (one) => new WithoutSlots(one),
      scenario: async (make) => {
        let [now, most, ran] = [0, 0, 0];
        const play: Play = {
          execute: async () => {
            now += 1;
            ran += 1;
            most = Math.max(most, now);
            await sleep(150);
            now -= 1;
            return {} as ReplayReport;
          },
        };
        const workers = [1, 2, 3].map(() => worker({ play, replays: make() }));
        for (let i = 0; i < 6; i += 1) await workers[0]!.start();
        await Promise.all(workers.map(({ run }) => run.execute()));
        const [done] = await db.query<{ n: string }>("SELECT COUNT(*) AS n FROM loyalty_replay WHERE state = 'done'");
        return [
          ...(most <= 2 ? [] : [`${most} at once`]),
          ...(ran === 6 && Number(done!.n) === 6 ? [] : [`${ran} runs of 6`]),
        ];
      },
    });
  });
});
