import { DEFAULT_TIERS } from '../default-programme';
import type { JudgingRule } from '../judging/rule';
import { draft, PER_YUAN, rule } from '../judging/spec-builders';
import { DEFAULT_SETTINGS } from '../settings';
import type { ReplayEntry } from './entries';
import { Replay } from './replay';
import { tiersByThreshold } from './replay-tiers';
import type { ReplayReport } from './report';
import { SpecLedger } from './spec-ledger';
import { Tally } from './tally';

const caps = { perPurchase: null, perDay: 50, perWeek: null, perMonth: null, perValidity: null };
const base = rule('1', draft(PER_YUAN, { name: '消费积分' }));
const double = (ruleId: string, change = {}): JudgingRule =>
  rule(ruleId, draft({ kind: 'multiplier', percent: 200 }, { name: '双倍', ...change }));
const bonus = (total: number): JudgingRule =>
  rule(
    '3',
    draft({ kind: 'fixed-points', points: 10 }, { name: '活动', budget: { unit: 'points', total, perStore: null } }),
  );

const played = (
  sets: readonly (readonly JudgingRule[])[],
  entries: readonly ReplayEntry[],
  past: readonly ReplayEntry[] = [],
): ReplayReport => {
  const refunded = new Set(entries.flatMap((entry) => (entry.kind === 'refund' ? [entry.purchase.reference] : [])));
  const tiers = tiersByThreshold(DEFAULT_TIERS, DEFAULT_SETTINGS.tiers);
  const replay = new Replay({ sets, refunded, tiers, fenPer100Points: 50 });
  replay.countBudgets(past);
  replay.beginBudgets();
  replay.beginMembers(past);
  const tally = new Tally(replay, 50);
  for (const entry of entries) tally.add(replay.play(entry));
  return tally.report;
};
const seriesOf = ({ totals }: ReplayReport) => [totals.ledger, totals.active, totals.draft].map((one) => one?.points);

describe('playing the journal under another set', () => {
  it('the same set gives the same, from the middle on too: 50 of the cap were used before', () => {
    const rules = [base, double('2', { caps }), bonus(25)];
    const ledger = new SpecLedger(rules);
    const past = [ledger.buys('7', 3000), ledger.buys('8', 4000)];
    const bought = [ledger.buys('7', 3000), ledger.buys('8', 9000)];
    const entries = [...bought, ledger.refunds(bought[1]!, 4500), ledger.buys('8', 2000)];
    // 30 + 20 of 30 + 5 of 10; 90 + 10 of 90; half of it back; 20 + 5 that the refund has freed.
    expect(entries.map((entry) => (entry.kind === 'earned' ? entry.points : null))).toEqual([55, 100, null, 25]);
    const report = played([rules], entries, past);
    expect(report.differences).toEqual({ count: 0, first: [] });
    expect(report.totals.ledger).toEqual({ points: 130, given: 180, takenBack: 50, tierPoints: 130, costFen: 65 });
    expect(report.totals.active).toEqual(report.totals.ledger);
    expect(report.events).toEqual({ purchases: 3, others: 0, refunds: 1, older: 0, otherVersions: 0 });
    // Without its past the first purchase would get 60 + 10.
    expect(played([rules], entries).differences.first[0]).toMatchObject({
      reference: 'purchase:3',
      problem: 'points: 55 recorded, 70 recomputed',
    });
  });

  it('a draft is compared with the active set: points, ¥, members, days, bars, purchases', () => {
    const ledger = new SpecLedger([base]);
    const first = ledger.buys('7', 3000, '2026-06-15');
    const entries = [first, ledger.buys('8', 500, '2026-06-16'), ledger.refunds(first, 1000, 0, '2026-06-17')];
    const report = played([[base], [base, double('2')]], entries);
    expect(seriesOf(report)).toEqual([25, 25, 50]);
    expect(report.totals.draft).toEqual({ points: 50, given: 70, takenBack: 20, tierPoints: 50, costFen: 25 });
    expect(report.members).toEqual({ touched: 2, more: 2, fewer: 0 });
    expect(report.days).toEqual([
      { day: '2026-06-15', ledger: 30, active: 30, draft: 60 },
      { day: '2026-06-16', ledger: 5, active: 5, draft: 10 },
      { day: '2026-06-17', ledger: -10, active: -10, draft: -20 },
    ]);
    expect(report.changes.filter(({ members }) => members > 0)).toEqual([
      { from: 4, until: 6, members: 1 },
      { from: 20, until: 22, members: 1 },
    ]);
    expect(report.rules).toEqual([
      {
        ruleId: '1',
        name: '消费积分',
        ledger: { points: 25, times: 2, costFen: 12 },
        active: { points: 25, times: 2, costFen: 12 },
        draft: { points: 25, times: 2, costFen: 12 },
      },
      { ruleId: '2', name: '双倍', ledger: null, active: null, draft: { points: 25, times: 2, costFen: 12 } },
    ]);
    expect(report.top.map(({ purchaseNo, active, draft: then }) => [purchaseNo, active, then])).toEqual([
      ['P1', 30, 60],
      ['P2', 5, 10],
    ]);
    expect(report.top[0]!.why).toEqual(['每消费 ¥1 得 1 分：¥30.00 → 30 分', '双倍 ×2：30 → 60 分']);
  });

  it('any split of a refund leaves the draft where one refund leaves it', () => {
    const sets = [[base], [base, double('2', { caps })]];
    const split = (parts: readonly number[]): (number | undefined)[] => {
      const ledger = new SpecLedger([base]);
      const first = ledger.buys('7', 3333);
      let before = 0;
      const refunds = parts.map((fen) => {
        before += fen;
        return ledger.refunds(first, fen, before - fen);
      });
      return seriesOf(played(sets, [first, ...refunds, ledger.buys('7', 4000)]));
    };
    expect(split([3333])).toEqual([40, 40, 80]);
    expect(split([1, 1111, 2220, 1])).toEqual([40, 40, 80]);
    expect(split([1000])).toEqual(split([400, 600]));
  });

  it('tells on which day each budget ends, and how it went', () => {
    const ledger = new SpecLedger([base, bonus(20)]);
    const days = ['2026-06-15', '2026-06-16', '2026-06-17', '2026-06-18'];
    const past = [ledger.buys('9', 500, '2026-06-14')];
    const entries = days.map((day) => ledger.buys('7', 500, day));
    const { budgets, differences } = played(
      [
        [base, bonus(20)],
        [base, bonus(35)],
      ],
      entries,
      past,
    );
    expect(differences.count).toBe(0);
    expect(budgets).toMatchObject([
      { set: 'active', name: '活动', atStart: 10, endedOn: '2026-06-15', days: [{ day: '2026-06-15', left: 0 }] },
      {
        set: 'draft',
        atStart: 25,
        endedOn: '2026-06-17',
        days: [
          { day: '2026-06-15', left: 15 },
          { day: '2026-06-16', left: 5 },
          { day: '2026-06-17', left: 0 },
        ],
      },
    ]);
  });

  it('lets a member rise by the points of the draft, and earn by the tier that it would have', () => {
    const byTier = rule('4', draft({ kind: 'tier-multiplier', perTier: {} }, { name: '等级加倍' }));
    const ledger = new SpecLedger([base, byTier], DEFAULT_TIERS);
    const past = [ledger.buys('7', 100_000, '2026-03-01')];
    const entries = [ledger.buys('7', 60_000, '2026-06-01'), ledger.buys('7', 10_000, '2026-06-02')];
    const report = played(
      [
        [base, byTier],
        [base, byTier, double('2')],
      ],
      entries,
      past,
    );
    expect(report.differences.count).toBe(0);
    // 1,000 before; 600 × 2 makes 2,200: 金叶, so the next 100 are 150 × 2.
    expect(seriesOf(report)).toEqual([700, 700, 1200 + 300]);
    expect(report.tierMoves).toEqual([{ from: 'silver-leaf', to: 'gold-leaf', members: 1 }]);
  });

  it('counts what lies outside of the period as it was judged, and does not report it', () => {
    const ledger = new SpecLedger([base, bonus(15)]);
    const outside = { ...ledger.buys('8', 1000), inside: false };
    const entries = [outside, ledger.buys('7', 1000)];
    const report = played(
      [
        [base, bonus(15)],
        [base, bonus(30)],
      ],
      entries,
    );
    expect(report.differences.count).toBe(0);
    expect(seriesOf(report)).toEqual([15, 15, 20]);
    expect(report.members.touched).toBe(1);
  });

  it('without a rule', () => {
    const ledger = new SpecLedger([base, bonus(100)]);
    const report = played([[base, bonus(100)], [base]], [ledger.buys('7', 1000)]);
    expect(seriesOf(report)).toEqual([20, 20, 10]);
    expect(report.rules[1]).toMatchObject({ name: '活动', active: { points: 10 }, draft: null });
    expect(report.members).toEqual({ touched: 1, more: 0, fewer: 1 });
  });
});
