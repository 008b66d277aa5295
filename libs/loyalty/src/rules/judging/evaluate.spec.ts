import { evaluate, inWorkingOrder } from './evaluate';
import { purchaseFacts } from './facts';
import { compileForSpec, fact, rule, TIERS } from './spec-builders';

const base = rule({ ruleId: '1', kind: 'base-rate', params: { pointsPerYuan: 1 }, name: '消费积分' });
const tier = rule({ ruleId: '2', kind: 'tier-multiplier', name: '等级加倍' });
const birthday = rule({
  ruleId: '3',
  kind: 'birthday-multiplier',
  params: { multiplierPercent: 200 },
  name: '生日双倍',
});
const first = rule({ ruleId: '4', kind: 'first-purchase-bonus', params: { points: 50 }, name: '首次消费奖励' });
const cake = rule({
  ruleId: '5',
  kind: 'category-multiplier',
  params: { category: '糕点', multiplierPercent: 300 },
  name: '糕点三倍',
});
const [silver, gold, rock] = TIERS;
const judge = (
  rules: Parameters<typeof inWorkingOrder>[0],
  change: Parameters<typeof fact>[0] = {},
  more: { tier?: (typeof TIERS)[number] | null; used?: number; at?: Date } = {},
) =>
  evaluate(inWorkingOrder(rules), {
    facts: fact({ tier: more.tier?.code ?? null, ...change }),
    at: more.at ?? new Date('2026-06-15T04:00:00Z'),
    tier: more.tier ?? null,
    usedToday: () => more.used ?? 0,
  });

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
      ['每消费 ¥1 得 1 分：¥38.00 → 38 分', '岩茶 ×2：38 → 76 分', '生日当天 ×2：76 → 152 分'],
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
  ] as const)(
    '%i fen, %o, birthday %s, purchase no. %i → %i points',
    (amountFen, at, isBirthday, ordinal, points, why) => {
      const decision = judge([first, birthday, tier, base], { amountFen, isBirthday, ordinal }, { tier: at! });
      expect({ points: decision.points, why: decision.why }).toEqual({ points, why });
      expect(decision.trace.reduce((sum, step) => sum + step.points, 0)).toBe(points);
    },
  );

  it('keeps half points per ¥ exact', () => {
    const half = rule({ ruleId: '9', kind: 'base-rate', params: { pointsPerYuan: 0.29 }, name: '0.29' });
    expect(judge([half], { amountFen: 10_000 }).points).toBe(29);
  });

  it('splits the base over lines by the largest remainder, so that a category gets its exact share', () => {
    const lines = [
      { sku: 'a', category: '糕点', quantity: 1, amountFen: 1000 },
      { sku: 'b', category: '茶饮', quantity: 1, amountFen: 1000 },
      { sku: 'c', category: '茶饮', quantity: 1, amountFen: 999 },
    ];
    const decision = judge([base, cake], { lines, categories: ['糕点', '茶饮'], amountFen: 2999 });
    expect(decision.points).toBe(29 + 20);
    expect(decision.why[1]).toBe('「糕点」10 分 ×3：29 → 49 分');
  });

  it.each([
    [0, 57, ['金叶 ×1.5：38 → 57 分']],
    [5, 53, ['金叶 ×1.5：38 → 57 分', '每日上限 20 分：当日已得 5 分，本次计 15 分']],
    [20, 38, ['金叶 ×1.5：38 → 57 分', '每日上限 20 分：当日已得 20 分，本次计 0 分']],
  ])('cuts at the cap of the day: %i used → %i points', (used, points, lines) => {
    const decision = judge([base, { ...tier, capPerDayPoints: 20 }], {}, { tier: gold!, used });
    expect(decision.points).toBe(points);
    expect(decision.why.slice(1)).toEqual(lines);
  });

  it('says of every rule why it did not apply, with the values it saw', () => {
    const condition = compileForSpec((f) => f.amountFen >= 10_000, ['amountFen']);
    const elsewhere = rule({ ruleId: '6', kind: 'base-rate', params: { pointsPerYuan: 1 }, stores: new Set(['99']) });
    const large = rule({ ruleId: '7', kind: 'base-rate', params: { pointsPerYuan: 2 }, condition });
    const past = rule({
      ruleId: '8',
      kind: 'base-rate',
      params: { pointsPerYuan: 1 },
      valid: { from: null, until: new Date('2026-06-15T04:00:00Z') },
    });
    const decision = judge([elsewhere, large, past, birthday, cake, first, tier], {}, { tier: silver! });
    expect(decision.trace.map(({ ruleId, applied, reason, saw }) => [ruleId, applied, reason, saw])).toEqual([
      ['6', false, '不在适用门店', undefined],
      ['7', false, '不满足条件', { amountFen: 3800 }],
      ['8', false, '不在有效期内', undefined],
      ['5', false, '没有「糕点」商品', undefined],
      ['2', false, '银叶没有倍数', undefined],
      ['3', false, '不是生日当天', undefined],
      ['4', false, '这是第 2 次消费', undefined],
    ]);
  });

  it('validity is half-open: the last millisecond counts, the end does not', () => {
    const until = new Date('2026-06-15T16:00:00Z');
    const june = { ...base, valid: { from: new Date('2026-05-31T16:00:00Z'), until } };
    expect(judge([june], {}, { at: new Date(until.getTime() - 1) }).points).toBe(38);
    expect(judge([june], {}, { at: until }).points).toBe(0);
  });

  it('L16 refuses broken amounts and quantities', () => {
    const shopper = { tier: null, birthday: null };
    const time = { day: '2026-06-15', weekday: 1, hour: 12 };
    for (const line of [
      { amountFen: -1, quantity: 1 },
      { amountFen: 1.5, quantity: 1 },
      { amountFen: 100, quantity: -1 },
      { amountFen: Number.NaN, quantity: 1 },
      { amountFen: 100, quantity: Number.NaN },
      { amountFen: Number.MAX_SAFE_INTEGER + 1, quantity: 1 },
    ])
      expect(() =>
        purchaseFacts(
          { channel: 'store', storeId: '1', ordinal: 1, lines: [{ sku: null, category: null, ...line }] },
          shopper,
          time,
        ),
      ).toThrow('AmountNotAllowed');
  });
});
