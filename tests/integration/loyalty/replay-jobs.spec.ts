import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '@fanloop/platform';
import type { ReplayReport } from '../../../libs/loyalty/src/rules/replay/report';
import { ReplayRepository } from '../../../libs/loyalty/src/store/replay.repository';
import type { PlayJournal } from '../../../libs/loyalty/src/use-cases/replay/play-journal';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aPurchase, aRule } from './loyalty-on';
import { type ReplayTwins, replaysOn } from './replay-jobs-on';

const NOW = '2026-06-15T04:00:00Z';
const HOOK = join(__dirname, '../../support/typescript-hook.cjs');
const LONGER_THAN_A_LEASE = { seconds: 31 };

type Play = Pick<PlayJournal, 'execute'>;

/** A replay that goes on until it is told to end. */
const gated = () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const seen = { started: 0, most: 0, now: 0, goOn: [] as boolean[] };
  const play: Play = {
    execute: async (_plan, onPortion) => {
      seen.started += 1;
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await onPortion({ done: 40, total: 100, events: 40 });
      await gate;
      const goOn = await onPortion({ done: 80, total: 100, events: 80 });
      seen.goOn.push(goOn);
      seen.now -= 1;
      return goOn ? ({ made: 'by the gate' } as unknown as ReplayReport) : null;
    },
  };
  return { play, open, seen };
};

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 500 && !(await holds()); i += 1) await sleep(20);
};

describe('replays as jobs', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(NOW);
  beforeEach(() => clock.set(NOW));
  const worker = (twins: ReplayTwins = {}) => replaysOn(db.dataSource, clock, twins);
  const withPurchases = async () => {
    const one = worker();
    await one.install.execute({ rules: [aRule] });
    await one.earn(...Array.from({ length: 30 }, (_, i) => aPurchase({ memberId: String(7001 + (i % 10)) })));
    return one;
  };
  const stateOf = async (replayId: string) => {
    const { state, progressPercent, failure, report } = await worker().replays.one(replayId);
    return { state, progressPercent, failure, report: report !== null };
  };

  it('is asked for, runs, and is found again with its report by anybody', async () => {
    const { start, run } = await withPurchases();
    const replayId = await start({ draft: { ...aRule, name: '再送', effect: { kind: 'fixed-points', points: 5 } } });
    expect(await stateOf(replayId)).toEqual({ state: 'waiting', progressPercent: 0, failure: null, report: false });
    expect(await run.execute()).toBe(1);
    expect(await run.execute()).toBe(0);
    const view = await worker().replays.one(replayId);
    expect(view).toMatchObject({
      state: 'done',
      progressPercent: 100,
      events: 30,
      createdBy: 'staff:21',
      changes: [{ ruleId: null, name: '再送', removed: false, trigger: 'purchase', alwaysValid: false }],
      report: {
        events: { purchases: 30, otherVersions: 0 },
        differences: { count: 0 },
        totals: { ledger: { points: 30 * 38 }, active: { points: 30 * 38 }, draft: { points: 30 * 43 } },
        members: { touched: 10, more: 10, fewer: 0 },
      },
    });
    expect(await worker().replays.list()).toMatchObject([{ replayId, state: 'done' }]);
    const audit = await db.query<{ action: string }>('SELECT action FROM platform_audit');
    expect(audit).toEqual([{ action: 'loyalty.replay-started' }]);
  });

  it('says the same when it is run again later, whatever the rules are by then', async () => {
    const { start, run, reviseRule } = await withPurchases();
    const replayId = await start();
    const [rule] = await db.query<{ id: string }>('SELECT id FROM loyalty_rule');
    const draft = { ...aRule, effect: { ...aRule.effect, points: 9 } as never };
    await reviseRule.execute({ ruleId: rule!.id, draft, actor: { kind: 'staff', id: '21' } });
    await run.execute();
    const { report } = await worker().replays.one(replayId);
    expect(report).toMatchObject({ differences: { count: 0 }, totals: { active: { points: 30 * 38 } } });
    // The rule's newest version is what a replay of the rule itself plays.
    const newest = await start({ ruleId: rule!.id });
    await run.execute();
    expect((await worker().replays.one(newest)).report).toMatchObject({
      differences: { count: 30 },
      totals: { ledger: { points: 30 * 38 }, active: { points: 30 * 342 }, draft: { points: 30 * 342 } },
    });
  });

  it('is stopped in the middle, keeps no report, and a second cancel changes nothing', async () => {
    const { play, open, seen } = gated();
    const one = worker({ play });
    const replayId = await one.start();
    const running = one.run.execute();
    await until(async () => (await stateOf(replayId)).progressPercent === 40);
    await one.cancel(replayId);
    open();
    await running;
    expect(seen.goOn).toEqual([false]);
    expect(await stateOf(replayId)).toEqual({ state: 'cancelled', progressPercent: 40, failure: null, report: false });
    await one.cancel(replayId);
    expect(await one.run.execute()).toBe(0);
    const ended = await one.start();
    await worker({ play: gatedOpen() }).run.execute();
    await expect(one.cancel(ended)).rejects.toMatchObject({ code: 'ReplayEnded' });
    await expect(one.cancel('999999')).rejects.toMatchObject({ code: 'ReplayMissing' });
    const audit = await db.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM platform_audit WHERE action = 'loyalty.replay-cancelled'",
    );
    expect(Number(audit[0]!.n)).toBe(1);
  });

  const gatedOpen = (): Play => {
    const { play, open } = gated();
    open();
    return play;
  };

  it('one that waits can be cancelled before anybody takes it up', async () => {
    const one = await withPurchases();
    const replayId = await one.start();
    await one.cancel(replayId);
    expect(await one.run.execute()).toBe(0);
    expect((await stateOf(replayId)).state).toBe('cancelled');
  });

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

  it('refuses days that do not go, a rule twice, a rule that is not there, and a draft that cannot judge', async () => {
    const { startIn, start } = await withPurchases();
    const asked = { changes: [], actor: { kind: 'staff', id: '21' } } as const;
    const days = (from: string, to: string) => startIn.execute({ ...asked, from, to });
    await expect(Promise.resolve().then(() => days('2026-06-02', '2026-06-01'))).rejects.toMatchObject({
      code: 'ReplayPeriodNotAllowed',
    });
    await expect(Promise.resolve().then(() => days('2020-01-01', '2026-06-01'))).rejects.toMatchObject({
      code: 'ReplayPeriodNotAllowed',
    });
    const [rule] = await db.query<{ id: string }>('SELECT id FROM loyalty_rule');
    await expect(start({ ruleId: rule!.id }, { ruleId: rule!.id, draft: aRule })).rejects.toMatchObject({
      code: 'ReplayRuleTwice',
    });
    await expect(start({ ruleId: '999999' })).rejects.toMatchObject({ code: 'RuleMissing' });
    await expect(start({})).rejects.toMatchObject({ code: 'RuleMissing' });
    await expect(start({ draft: { ...aRule, name: ' ' } })).rejects.toMatchObject({ code: 'RuleNotValid' });
    expect(await worker().replays.list()).toEqual([]);
  });

  it('a draft for later days is replayed as if it were valid, and the view says so', async () => {
    const { start, run } = await withPurchases();
    const later = { ...aRule, name: '双十一', validFrom: '2027-11-10T16:00:00.000Z', validUntil: null };
    const replayId = await start({ draft: { ...later, effect: { kind: 'fixed-points', points: 5 } } });
    await run.execute();
    expect(await worker().replays.one(replayId)).toMatchObject({
      changes: [{ name: '双十一', alwaysValid: true }],
      report: { totals: { draft: { points: 30 * 43 } } },
    });
  });

  it('the set without a rule', async () => {
    const { start, run } = await withPurchases();
    const [rule] = await db.query<{ id: string }>('SELECT id FROM loyalty_rule');
    const replayId = await start({ ruleId: rule!.id, draft: null });
    await run.execute();
    expect(await worker().replays.one(replayId)).toMatchObject({
      changes: [{ ruleId: rule!.id, name: '消费积分', removed: true, trigger: null, alwaysValid: false }],
      report: { totals: { active: { points: 30 * 38 }, draft: { points: 0 } }, members: { fewer: 10 } },
    });
  });

  it('a period without any purchase gives an empty report', async () => {
    const { startIn, run } = await withPurchases();
    const replayId = await startIn.execute({
      from: '2020-01-01',
      to: '2020-01-31',
      changes: [{ draft: aRule }],
      actor: { kind: 'staff', id: '21' },
    });
    await run.execute();
    expect(await worker().replays.one(replayId)).toMatchObject({
      state: 'done',
      report: {
        events: { purchases: 0 },
        totals: { draft: { points: 0, costFen: 0 } },
        days: [],
        top: [],
        changes: [],
      },
    });
  });
});
