import { evaluate, ruleSet } from './evaluate';
import type { Facts } from './facts';
import { hintOf } from './hint';
import { NO_LIMITS } from './limits';
import type { JsonLogic, JudgingRule } from './rule';
import { compileForSpec, draft, fact, PER_YUAN, rule } from './spec-builders';

const AT = new Date('2026-06-15T04:00:00Z');
const base = rule('1', draft(PER_YUAN, { name: '消费积分' }));

const over = (fen: number, points: number, weekday: number | null = null): JudgingRule => {
  const amount: JsonLogic = { '>=': [{ var: 'amountFen' }, fen] };
  const condition = weekday === null ? amount : { and: [amount, { '==': [{ var: 'weekday' }, weekday] }] };
  const holds = (facts: Facts): boolean => facts.amountFen >= fen && (weekday === null || facts.weekday === weekday);
  return rule(`${fen}`, draft({ kind: 'fixed-points', points }, { condition }), { condition: compileForSpec(holds) });
};

const hint = (rules: readonly JudgingRule[], change: Partial<Facts> = {}) => {
  const set = ruleSet([base, ...rules]);
  const judge = (facts: Facts) => evaluate(set, { facts, at: AT, limits: NO_LIMITS });
  const facts = fact(change);
  return hintOf(set, judge(facts), facts, judge)?.text ?? null;
};

describe('what a little more would give', () => {
  it.each([
    ['a bonus that is near', [over(5000, 20)], {}, '再买 ¥12.00 可多得 32 分'],
    ['the nearest of two', [over(6000, 50), over(5000, 20)], {}, '再买 ¥12.00 可多得 32 分'],
    ['nothing when it is far', [over(20_000, 20)], {}, null],
    ['nothing when it is reached', [over(3000, 20)], {}, null],
    // Monday: buying more would earn its points, but the bonus would still not come.
    ['nothing when something else is missing too', [over(5000, 20, 6)], {}, null],
    [
      'the next one when the nearest is out of reach',
      [over(5000, 20, 6), over(6000, 10)],
      {},
      '再买 ¥22.00 可多得 32 分',
    ],
    ['nothing for an empty basket', [over(5000, 20)], { lines: [], amountFen: 0 }, null],
  ] as const)('%s', (_, rules, change, expected) => expect(hint(rules, change as Partial<Facts>)).toBe(expected));
});
