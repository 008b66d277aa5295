import { setTimeout as sleep } from 'node:timers/promises';
import type { ReplayReport } from '../../../libs/loyalty/src/rules/replay/report';
import { aRule } from './loyalty-on';
import { type Play, useReplayJobs } from './replay-jobs-on';

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
  const { db, worker, withPurchases, stateOf } = useReplayJobs();

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
