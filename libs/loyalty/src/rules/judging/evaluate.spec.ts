import { evaluate, ruleSet } from './evaluate';
import type { Facts } from './facts';
import { NO_HISTORY } from './facts';
import { type Limits, NO_LIMITS } from './limits';
import { purchaseFacts } from './make-facts';
import type { JudgingRule } from './rule';
import { compileForSpec, draft, fact, PER_YUAN, rule, TIERS } from './spec-builders';

const base = rule('1', draft(PER_YUAN, { name: '消费积分' }));
const tier = rule('2', draft({ kind: 'tier-multiplier', perTier: {} }, { name: '等级加倍' }));
const isBirthday = compileForSpec((facts) => facts.isBirthday, ['isBirthday']);
const birthday = rule('3', draft({ kind: 'multiplier', percent: 200 }, { name: '生日双倍' }), {
  condition: isBirthday,
});
const isFirst = compileForSpec((facts) => facts.ordinal === 1, ['ordinal']);
const first = rule('4', draft({ kind: 'fixed-points', points: 50 }, { name: '首次消费奖励' }), { condition: isFirst });
const cakes = { categories: ['糕点'], skus: [], except: false };
const cake = rule('5', draft({ kind: 'multiplier', percent: 300 }, { name: '糕点三倍', lines: cakes }));
const [silver, gold, rock] = TIERS;

const atTier = (of: (typeof TIERS)[number] | undefined): Partial<Facts> =>
  of ? { tier: of.code, tierName: of.name, tierPercent: of.multiplierPercent } : {};

const judge = (rules: readonly JudgingRule[], change: Partial<Facts> = {}, more: { limits?: Limits; at?: Date } = {}) =>
  evaluate(ruleSet(rules), {
    facts: fact(change),
    at: more.at ?? new Date('2026-06-15T04:00:00Z'),
    limits: more.limits ?? NO_LIMITS,
  });

const used = (points: number): Limits => ({ used: () => points, budgetLeft: () => null });
const left = (points: number): Limits => ({ used: () => 0, budgetLeft: () => points });
const line = (category: string, amountFen: number, quantity = 1) => ({ sku: category, category, quantity, amountFen });
const basket = (...lines: ReturnType<typeof line>[]): Partial<Facts> => {
  const amountFen = lines.reduce((sum, { amountFen: fen }) => sum + fen, 0);
  const quantity = lines.reduce((sum, one) => sum + one.quantity, 0);
  const eligible = { amountFen, quantity, lines: lines.length };
  return { lines, amountFen, quantity, eligible, categories: [...new Set(lines.map(({ category }) => category))] };
};

describe('evaluating a purchase', () => {
  it.each([
    // amount, tier, birthday, first → points
    [3800, silver, false, 2, 38, ['每消费 ¥1 得 1 分：¥38.00 → 38 分']],
    [3899, silver, false, 2, 38, ['每消费 ¥1 得 1 分：¥38.99 → 38 分']],
    [3800, gold, false, 2, 57, ['每消费 ¥1 得 1 分：¥38.00 → 38 分', '金叶 ×1.5：38 → 57 分']],
    [3900, gold, false, 2, 58, ['每消费 ¥1 得 1 分：¥39.00 → 39 分', '金叶 ×1.5：39 → 58 分']],
    [
      3800,
      rock,
      true,
      2,
      152,
      ['每消费 ¥1 得 1 分：¥38.00 → 38 分', '岩茶 ×2：38 → 76 分', '生日双倍 ×2：76 → 152 分'],
    ],
    [3800, silver, false, 1, 88, ['每消费 ¥1 得 1 分：¥38.00 → 38 分', '首次消费奖励：+50 分']],
    [99, silver, false, 2, 0, ['本次没有符合条件的积分规则']],
    [100, gold, false, 2, 1, ['每消费 ¥1 得 1 分：¥1.00 → 1 分']],
    // L15: a large amount does not overflow
    [
      22_605_091_00,
      gold,
      false,
      2,
      33_907_636,
      ['每消费 ¥1 得 1 分：¥22,605,091.00 → 22,605,091 分', '金叶 ×1.5：22,605,091 → 33,907,636 分'],
    ],
  ] as const)('%i fen, %o, birthday %s, purchase no. %i → %i points', (amountFen, at, day, ordinal, points, why) => {
    const decision = judge([first, birthday, tier, base], { amountFen, isBirthday: day, ordinal, ...atTier(at) });
    expect({ points: decision.points, why: decision.why }).toEqual({ points, why });
    expect(decision.steps.reduce((sum, step) => sum + step.points, 0)).toBe(points);
  });

  it.each([
    // points, per fen, whole steps, rounding, amount → points
    [29, 10_000, false, 'down', 10_000, 29],
    [1, 200, false, 'down', 399, 1],
    [1, 200, false, 'nearest', 300, 2],
    [1, 200, false, 'nearest', 299, 1],
    [1, 200, false, 'up', 201, 2],
    [1, 200, false, 'up', 200, 1],
    [5, 1000, true, 'down', 2999, 10],
    [5, 1000, true, 'down', 999, 0],
    [3, 7, false, 'nearest', 9_000_000_000_000, 3_857_142_857_143],
  ] as const)(
    'L15 %i points per %i fen (whole steps %s, %s) of %i fen = %i',
    (points, perFen, wholeSteps, rounding, amount, expected) => {
      const rate = rule('9', draft({ kind: 'points-per-amount', points, perFen, wholeSteps, rounding }));
      expect(judge([rate], { amountFen: amount }).points).toBe(expected);
    },
  );

  it('L15 splits points over lines by the largest remainder, so that parts add up and a category gets its exact share', () => {
    const decision = judge([base, cake], basket(line('糕点', 1000), line('茶饮', 1000), line('茶饮', 999)));
    expect(decision.points).toBe(29 + 20);
    expect(decision.why[1]).toBe('糕点三倍（适用商品 10 分） ×3：29 → 49 分');
    expect(decision.steps.map((step) => step.parts)).toEqual([
      [10, 10, 9],
      [20, 0, 0],
    ]);
  });

  it('looks at the lines of its filter only: rate, bonus per piece, everything except', () => {
    const of = basket(line('糕点', 1000, 2), line('茶饮', 2500, 1));
    const rate = rule('6', draft(PER_YUAN, { lines: { ...cakes, except: true } }));
    const pieces = rule(
      '7',
      draft({ kind: 'points-per-line', points: 5, per: 'piece' }, { name: '糕点多得', lines: cakes }),
    );
    const kinds = rule('8', draft({ kind: 'points-per-line', points: 3, per: 'line' }, { name: '每种' }));
    const decision = judge([rate, pieces, kinds], of);
    expect(decision.steps.map((step) => [step.points, step.parts])).toEqual([
      [25, [0, 25]],
      [10, [10, 0]],
      [6, [3, 3]],
    ]);
    expect(decision.why[1]).toBe('糕点多得：2 × 5 = +10 分');
  });

  it('shows a condition the lines of its own rule', () => {
    const condition = compileForSpec((facts) => facts.eligible.amountFen >= 2000);
    const some = rule('6', draft({ kind: 'fixed-points', points: 7 }, { lines: cakes }), {
      condition,
      readsEligible: true,
    });
    expect(judge([some], basket(line('糕点', 1999), line('茶饮', 5000))).points).toBe(0);
    expect(judge([some], basket(line('糕点', 2000), line('茶饮', 5000))).points).toBe(7);
  });

  it('counts tier points beside those that can be spent', () => {
    const growth = rule('6', draft({ kind: 'tier-points', points: 2, perFen: 100 }, { name: '成长' }));
    expect(judge([base, growth])).toMatchObject({ points: 38, tierPoints: 38 + 76 });
  });

  it.each([
    [0, 57, ['金叶 ×1.5：38 → 57 分']],
    [5, 53, ['金叶 ×1.5：38 → 57 分', '每日上限 20 分：当日已得 5 分，本次计 15 分']],
    [20, 38, []],
  ])('cuts at the cap of the day: %i used → %i points', (before, points, lines) => {
    const capped = rule('2', { ...tier.draft, caps: { ...tier.draft.caps, perDay: 20 } });
    const decision = judge([base, capped], atTier(gold), { limits: used(before) });
    expect(decision.points).toBe(points);
    expect(decision.why.slice(1)).toEqual(lines);
    expect(decision.limits['2.1']).toEqual({ used: { perDay: before } });
    if (before === 20) expect(decision.passed).toEqual({ cap: ['2.1'] });
  });

  it('takes the tightest of caps and budget, and says which', () => {
    const caps = { ...tier.draft.caps, perPurchase: 30, perWeek: 25 };
    const budget = { unit: 'points', total: 1000, perStore: null } as const;
    const bonus = rule('6', draft({ kind: 'fixed-points', points: 50 }, { name: '周奖', caps, budget }));
    expect(judge([bonus], {}, { limits: left(100) }).why.at(-1)).toBe('每周上限 25 分：本周已得 0 分，本次计 25 分');
    expect(judge([bonus], {}, { limits: left(12) }).why.at(-1)).toBe('活动预算只剩 12 分，本次计 12 分');
    expect(judge([bonus], {}, { limits: left(0) })).toMatchObject({ points: 0, passed: { budget: ['6.1'] } });
    expect(judge([bonus], {}, { limits: left(0) }).limits['6.1']).toEqual({
      used: { perPurchase: 0, perWeek: 0 },
      budgetLeft: 0,
    });
  });

  it('hands out coupons, tags and messages as often as the caps allow', () => {
    const coupon = { kind: 'coupon', templateId: '7', count: 2 } as const;
    const rules = [rule('6', draft(coupon, { caps: { ...tier.draft.caps, perDay: 1 } }))];
    expect(judge(rules, {}, { limits: used(0) }).steps).toMatchObject([{ kind: 'coupon', points: 0, grant: coupon }]);
    expect(judge(rules, {}, { limits: used(1) })).toMatchObject({ steps: [], passed: { cap: ['6.1'] } });
  });
});

describe('rules that do not simply add up', () => {
  const bonus = (id: string, points: number, group: string, mode: 'all' | 'best' | 'first', priority = 0) =>
    rule(id, draft({ kind: 'fixed-points', points }, { name: `奖${id}`, stacking: { group, mode }, priority }));

  it('keeps the first of a group by priority, then by age', () => {
    const rules = [bonus('11', 10, 'a', 'first'), bonus('12', 20, 'a', 'first', 5), bonus('13', 30, 'a', 'first', 5)];
    expect(judge(rules)).toMatchObject({ points: 20, passed: { group: ['13.1', '11.1'] } });
  });

  it('keeps the best of a group, multipliers judged on the basic points', () => {
    const double = rule(
      '14',
      draft({ kind: 'multiplier', percent: 200 }, { name: '双倍', stacking: { group: 'a', mode: 'best' } }),
    );
    expect(judge([base, double, bonus('11', 37, 'a', 'best')])).toMatchObject({
      points: 76,
      passed: { group: ['11.1'] },
    });
    expect(judge([base, double, bonus('11', 39, 'a', 'best')])).toMatchObject({
      points: 77,
      passed: { group: ['14.1'] },
    });
  });

  it('adds a group that adds', () => {
    expect(judge([bonus('11', 10, 'a', 'all'), bonus('12', 20, 'a', 'all')]).points).toBe(30);
  });

  it('lets an exclusive rule stand alone beside the basic points', () => {
    const alone = rule('15', draft({ kind: 'fixed-points', points: 5 }, { name: '独享', exclusive: true }));
    expect(judge([base, alone, bonus('11', 10, 'a', 'all')])).toMatchObject({
      points: 43,
      passed: { excluded: ['11.1'] },
    });
  });
});

describe('why a rule gave nothing', () => {
  it('is told for every rule that was asked', () => {
    const large = compileForSpec((facts) => facts.amountFen >= 10_000, ['amountFen']);
    const rules = [
      rule('6', draft(PER_YUAN), { stores: new Set(['99']) }),
      rule('7', draft(PER_YUAN), { condition: large }),
      rule('8', draft(PER_YUAN), { valid: { from: null, until: new Date('2026-06-15T04:00:00Z') } }),
      rule('9', draft(PER_YUAN), { channels: new Set(['e-commerce']) }),
      cake,
      tier,
    ];
    expect(judge(rules, atTier(silver)).passed).toEqual({
      store: ['6.1'],
      condition: ['7.1'],
      period: ['8.1'],
      channel: ['9.1'],
      nothing: ['5.1', '2.1'],
    });
  });

  it('validity is half-open: the last millisecond counts, the end does not', () => {
    const until = new Date('2026-06-15T16:00:00Z');
    const june = { ...base, valid: { from: new Date('2026-05-31T16:00:00Z'), until } };
    expect(judge([june], {}, { at: new Date(until.getTime() - 1) }).points).toBe(38);
    expect(judge([june], {}, { at: until }).points).toBe(0);
  });

  it('L16 refuses broken amounts and quantities', () => {
    const shopper = { tier: null, birthday: null, tags: [], daysAsMember: 0, history: NO_HISTORY };
    const time = { day: '2026-06-15', weekday: 1, hour: 12, holiday: null, isWorkday: true, lunarMonthDay: '05-01' };
    for (const broken of [
      { amountFen: -1, quantity: 1 },
      { amountFen: 1.5, quantity: 1 },
      { amountFen: 100, quantity: -1 },
      { amountFen: Number.NaN, quantity: 1 },
      { amountFen: 100, quantity: Number.NaN },
      { amountFen: Number.MAX_SAFE_INTEGER + 1, quantity: 1 },
    ])
      expect(() =>
        purchaseFacts(
          { channel: 'store', storeId: '1', ordinal: 1, lines: [{ sku: null, category: null, ...broken }] },
          shopper,
          time,
        ),
      ).toThrow('AmountNotAllowed');
  });
});
