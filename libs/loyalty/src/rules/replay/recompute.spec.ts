import { ruleSet } from '../judging/evaluate';
import type { JudgingRule } from '../judging/rule';
import { compileForSpec, draft, PER_YUAN, rule } from '../judging/spec-builders';
import type { JudgedTrace } from '../judging/trace';
import { contradictionOf, contradictionTo, isOfVersions, recompute, versionsOf } from './recompute';
import { SpecLedger } from './spec-ledger';

const caps = { perPurchase: null, perDay: 20, perWeek: null, perMonth: null, perValidity: null };
const base = rule('1', draft(PER_YUAN, { name: '消费积分' }));
const capped = rule('2', draft({ kind: 'multiplier', percent: 150 }, { name: '加倍', caps }));
const budget = { unit: 'points', total: 25, perStore: null } as const;
const promised = rule('3', draft({ kind: 'fixed-points', points: 10 }, { name: '活动', budget }));
const large = rule('4', draft({ kind: 'fixed-points', points: 5 }, { name: '大额' }), {
  condition: compileForSpec((facts) => facts.amountFen >= 10_000),
});
const past = rule('5', draft({ kind: 'fixed-points', points: 5 }), {
  valid: { from: null, until: new Date('2026-06-01T00:00:00Z') },
});
const later = rule(
  '6',
  draft(
    { kind: 'fixed-points', points: 3 },
    {
      name: '待到账',
      lot: { activateAfterDays: 7, activateOn: null, expireAfterDays: null },
    },
  ),
);
const RULES = [base, capped, promised, large, past, later];

/** The third purchase of the day: the cap has 4 points left, the budget 5. */
const third = (rules: readonly JudgingRule[] = RULES) => {
  const ledger = new SpecLedger(rules);
  ledger.buys('7', 3200);
  ledger.buys('8', 3200);
  return ledger.buys('7', 3200);
};
const entryOf = ({ at, points, paid }: ReturnType<typeof third>, change: Partial<JudgedTrace> = {}) => ({
  at,
  points,
  trace: { ...paid.trace!, ...change },
});
const named = (trace: JudgedTrace): ReturnType<typeof ruleSet> =>
  ruleSet(RULES.filter(({ key }) => versionsOf(trace).includes(key)));

describe('judging an entry once more by its trace', () => {
  it('gives the same points, steps and words: 32 + 4 of 16 + 5 of 10 + 3', () => {
    const entry = entryOf(third());
    expect(entry.points).toBe(44);
    expect(versionsOf(entry.trace).sort()).toEqual(['1.1', '2.1', '3.1', '4.1', '5.1', '6.1']);
    const again = recompute(entry, named(entry.trace));
    expect(again).toMatchObject({ points: 44, tierPoints: 44, why: entry.trace.why });
    expect(again.steps).toEqual(entry.trace.steps);
    expect(contradictionOf(entry, named(entry.trace))).toBeNull();
  });

  it('asks no clock and no table: the cap and the budget of that moment are in the trace', () => {
    const { trace } = entryOf(third());
    expect(trace.limits).toEqual({ '2.1': { used: { perDay: 16 } }, '3.1': { used: {}, budgetLeft: 5 } });
  });

  const wrong: readonly (readonly [string, Partial<JudgedTrace>, string])[] = [
    ['tier points', { tierPoints: 45 }, 'tierPoints: 45 recorded, 44 recomputed'],
    [
      'a use of a cap',
      { limits: { '2.1': { used: { perDay: 15 } }, '3.1': { used: {}, budgetLeft: 5 } } },
      'points: 44 in the entry, 45 recomputed',
    ],
    [
      'a use that is missing',
      { limits: { '2.1': { used: { perDay: 16 } } } },
      'points: 44 in the entry, 49 recomputed',
    ],
    [
      'a reason',
      { passed: { condition: ['5.1'], period: ['4.1'] } },
      'passed.condition[0]: "5.1" recorded, "4.1" recomputed',
    ],
    [
      'which lot a step paid into',
      { credited: [{ lotNo: 1, steps: [0, 1, 2, 3] }] },
      'lots[0][3]: 3 recorded, nothing recomputed',
    ],
    ['a line', { why: ['你好'] }, 'why[0]: "你好" recorded'],
  ];
  it.each(wrong)('names %s that does not follow', (_what, change, said) => {
    const entry = entryOf(third());
    expect(contradictionOf({ ...entry, trace: { ...entry.trace, ...change } }, named(entry.trace))).toContain(said);
  });

  it('names a line that nothing says, and lets the one pass that tells when points become usable', () => {
    const { trace, ...entry } = entryOf(third());
    const withLine = (line: string) =>
      contradictionOf({ ...entry, trace: { ...trace, why: [...trace.why, line] } }, named(trace));
    expect(withLine('其中 3 分将于 2026-06-22 到账')).toBeNull();
    expect(withLine('其中 4 分将于 2026-06-22 到账')).toContain('其中 4 分');
  });

  it('names points that the rules do not give', () => {
    const entry = entryOf(third());
    expect(contradictionOf({ ...entry, points: 43 }, named(entry.trace))).toBe(
      'points: 43 in the entry, 44 recomputed',
    );
  });

  it('knows why one of a group was best: what the caps of the others had left is kept too', () => {
    const group = { group: '店庆', mode: 'best' } as const;
    const small = rule('7', draft({ kind: 'fixed-points', points: 8 }, { name: '小', stacking: group }));
    const big = rule('8', draft({ kind: 'fixed-points', points: 12 }, { name: '大', stacking: group, caps }));
    const { at, points, paid } = third([base, small, big]);
    expect(paid.trace).toMatchObject({ limits: { '8.1': { used: { perDay: 12 } } }, passed: { group: ['8.1'] } });
    expect(paid.trace!.steps.map((step) => step.points)).toEqual([32, 8]);
    const set = ruleSet([base, small, big]);
    expect(contradictionOf({ at, points, trace: paid.trace! }, set)).toBeNull();
    const forgotten = { ...paid.trace!, limits: {} };
    expect(contradictionOf({ at, points, trace: forgotten }, set)).toBe('points: 40 in the entry, 44 recomputed');
  });

  it('compares with other versions by what is given, whichever version gives it', () => {
    const { points, paid, at } = third([base]);
    const trace = paid.trace!;
    const renamed = { ...base, version: 2, key: '1.2', draft: { ...base.draft, name: '新名' } };
    const again = recompute({ at, points, trace }, ruleSet([renamed]));
    expect(isOfVersions(trace, again, new Set(['1.2']))).toBe(false);
    expect(isOfVersions(trace, recompute({ at, points, trace }, ruleSet([base])), new Set(['1.1']))).toBe(true);
    expect(contradictionTo({ trace, points }, again, false)).toBeNull();
    expect(contradictionTo({ trace, points }, again, true)).toBe('steps[0].rule: "1.1" recorded, "1.2" recomputed');
  });
});
