import type { ReplayPlan } from '../../../libs/loyalty/src/rules/replay/plan';
import type { ReplayReport } from '../../../libs/loyalty/src/rules/replay/report';
import { PlayJournal } from '../../../libs/loyalty/src/use-cases/replay/play-journal';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type Loyalty, loyaltyOn, MANAGER, violationsOf } from './loyalty-on';
import { ReplayWithoutPast, ReplayWithoutRefunds, RulesWithoutVersions } from './replay-twins';
import { playHistory, RICH_RULES, RICH_TIERS } from './rich-history';

const START = '2026-01-12T04:00:00Z';
const WHOLE = { from: '2025-01-01', to: '2026-12-31' };
/** Parts of the history; each begins in the middle of caps, budgets and tiers. */
const PARTS: readonly Partial<ReplayPlan>[] = [
  WHOLE,
  { from: '2026-01-29' },
  { from: '2026-01-31', to: '2026-02-02' },
  { from: '2026-01-20', storeIds: ['12'] },
];

describe('replaying the journal', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(START);
  beforeEach(() => clock.set(START));

  const installed = async (twins: Parameters<typeof loyaltyOn>[2] = {}): Promise<Loyalty> => {
    clock.set(START);
    const loyalty = loyaltyOn(db.dataSource, clock, twins);
    await loyalty.install.execute({ rules: RICH_RULES, tiers: RICH_TIERS });
    return loyalty;
  };
  const replay = async (loyalty: Loyalty, change: Partial<ReplayPlan> = {}): Promise<ReplayReport> => {
    const { rules } = await loyalty.programme();
    const plan = { ...WHOLE, storeIds: null, changes: [], active: rules.map((rule) => rule.key), ...change };
    return (await loyalty.play.execute(plan, async () => true))!;
  };
  const differences = async (loyalty: Loyalty): Promise<string[]> => {
    const found: string[] = [];
    for (const part of PARTS) {
      const { count, first } = (await replay(loyalty, part)).differences;
      if (count > 0) found.push(`${JSON.stringify(part)}: ${count}, first ${JSON.stringify(first[0])}`);
    }
    return found;
  };
  const numberOf = async (sql: string): Promise<number> => Number((await db.query<{ n: string }>(sql))[0]!.n);

  it('the active set gives what the ledger says: refunds, caps, budgets, groups, tiers, imports of old rows', async () => {
    const loyalty = await installed();
    await playHistory(loyalty, clock, { members: 10, days: 28, seed: 7 });
    const proof = await loyalty.prove.execute();
    expect(proof).toMatchObject({ ok: true, olderTraces: 0 });
    expect(proof.traces).toBe(await numberOf("SELECT COUNT(*) AS n FROM loyalty_entry WHERE kind = 'earn'"));

    // What a replay can get wrong did happen.
    for (const line of ['每日上限', '每周上限', '每月上限', '每笔上限', '活动期内上限', '活动预算只剩', '到账'])
      expect({
        line,
        n: await numberOf(`SELECT COUNT(*) > 3 AS n FROM loyalty_entry WHERE trace LIKE '%${line}%'`),
      }).toEqual({ line, n: 1 });
    expect(await numberOf("SELECT COUNT(*) AS n FROM loyalty_tier_change WHERE to_code = 'c'")).toBeGreaterThan(3);
    const whole = await replay(loyalty);
    expect(whole.events.refunds).toBeGreaterThan(50);
    expect(whole.events).toMatchObject({ older: 0, otherVersions: 0 });
    expect(whole.budgets.map(({ name, endedOn, storesEnded }) => [name, endedOn !== null, storesEnded])).toEqual([
      ['满额奖励', true, expect.any(Number)],
      ['二店活动', false, 1],
    ]);
    expect(whole.totals.active).toEqual(whole.totals.ledger);
    expect(whole).toMatchObject({ changes: [], tierMoves: [], top: [], members: { touched: 10, more: 0, fewer: 0 } });

    const twin = (play: typeof PlayJournal): Loyalty => loyaltyOn(db.dataSource, clock, { play });
    for (const broken of [ReplayWithoutPast, ReplayWithoutRefunds])
      await provesAbsent({
        sound: () => loyalty,
        broken: () => twin(broken),
        scenario: differences,
        attempts: 1,
      });
  }, 300_000);

  it('L19 every entry follows from its trace, also after rules were changed; a rule that is edited in place is found out', async () => {
    await provesAbsent({
      reset: () => db.truncateAll(),
      attempts: 1,
      sound: () => installed(),
      broken: () => installed({ rules: (programmes) => new RulesWithoutVersions(programmes) }),
      scenario: async (loyalty) => {
        const [first] = (await loyalty.programme()).rules;
        const onDay = async (day: number): Promise<void> => {
          if (day === 4)
            await loyalty.reviseRule.execute({
              ruleId: first!.ruleId,
              draft: { ...first!.draft, effect: { ...first!.draft.effect, points: 2 } as never },
              actor: MANAGER,
            });
        };
        await playHistory(loyalty, clock, { members: 4, days: 8, seed: 3, onDay });
        return violationsOf(loyalty);
      },
    });
  });

  it('says how many events other versions judged, and what the rules of now would have given', async () => {
    const loyalty = await installed();
    await playHistory(loyalty, clock, { members: 4, days: 4, seed: 5 });
    const before = await replay(loyalty);
    const [first] = (await loyalty.programme()).rules;
    const effect = { ...first!.draft.effect, points: 3 } as never;
    await loyalty.reviseRule.execute({ ruleId: first!.ruleId, draft: { ...first!.draft, effect }, actor: MANAGER });
    const after = await replay(loyalty);
    expect(after.events).toEqual({ ...before.events, otherVersions: before.events.purchases });
    expect(after.totals.ledger).toEqual(before.totals.ledger);
    expect(after.differences.count).toBeGreaterThan(0);
    expect(after.rules.find(({ ruleId }) => ruleId === first!.ruleId)).toMatchObject({ name: '消费积分' });
    expect(after.totals.active.points).toBeGreaterThan(2 * after.totals.ledger.points);
  });
});
