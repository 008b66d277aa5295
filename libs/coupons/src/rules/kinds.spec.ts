import { unwrap } from '@fanloop/kernel';
import * as fc from 'fast-check';
import type { BasketLine, BasketNow, Shopper } from './basket';
import { discountOf } from './discount';
import { headline, termsText } from './sentence';
import { type Benefit, type CouponTerms, type KeptTerms, type Scope, termsOf, type UseTimes } from './terms';

const WEDNESDAY = { day: '2026-06-17', weekday: 3, time: '12:00', isHoliday: false };

const line = (sku: string, amountFen: number, quantity = 1, category: string | null = '茶'): BasketLine => ({
  sku,
  category,
  quantity,
  amountFen,
});

const coupon = (
  benefit: Benefit,
  more: { thresholdFen?: number; scope?: Partial<Scope>; useTimes?: Partial<UseTimes> } = {},
): CouponTerms =>
  termsOf({
    ...benefit,
    name: '券',
    thresholdFen: more.thresholdFen ?? 0,
    scope: more.scope ?? {},
    validity: { kind: 'days', days: 7 },
    useTimes: { weekdays: null, hours: null, holidays: 'any', blackouts: [], ...more.useTimes },
    returnGraceDays: 3,
  } as KeptTerms);

const basket = (lines: readonly BasketLine[], more: Partial<BasketNow> = {}): BasketNow => ({
  storeId: '1',
  lines,
  wall: WEDNESDAY,
  ...more,
});

const outcome = (terms: CouponTerms, of: BasketNow) => {
  const judged = discountOf(terms, of);
  return judged.ok ? judged.value.lineDiscounts : judged.refusal.code;
};

describe('kinds of coupons', () => {
  it.each<[string, CouponTerms, BasketLine[], readonly number[] | string]>([
    ['八五折', coupon({ kind: 'percent', percent: 85, capFen: null }), [line('a', 3333)], [499]],
    ['八折，最高减 ¥5', coupon({ kind: 'percent', percent: 80, capFen: 500 }), [line('a', 9900)], [500]],
    [
      '折扣 over eligible lines only',
      coupon({ kind: 'percent', percent: 50, capFen: null }, { scope: { categories: ['茶'] } }),
      [line('a', 1000), line('b', 9000, 1, '周边')],
      [500, 0],
    ],
    ['阶梯: below the first step', steps(), [line('a', 4999)], 'ThresholdNotMet'],
    ['阶梯: the first step', steps(), [line('a', 5000)], [500]],
    ['阶梯: between two steps', steps(), [line('a', 9999)], [500]],
    ['阶梯: the highest that is reached', steps(), [line('a', 15_000), line('b', 5000)], [2250, 750]],
    ['第 2 件半价', nth(2, 50), [line('a', 3000), line('b', 2000)], [0, 1000]],
    ['第 2 件半价 of two pieces of one line', nth(2, 50), [line('a', 6000, 2)], [1500]],
    ['第 2 件半价 takes the second dearest of many', nth(2, 50), [line('a', 3000, 3), line('b', 5000)], [500, 0]],
    ['第 3 件免费 with two pieces', nth(3, 0), [line('a', 2000, 2)], 'PiecesMissing'],
    ['买 2 赠 1', coupon({ kind: 'buy-get', buy: 2, get: 1 }), [line('a', 6000, 2), line('b', 2500)], [0, 2500]],
    ['买 1 赠 1 of odd fen', coupon({ kind: 'buy-get', buy: 1, get: 1 }), [line('a', 1001, 2)], [500]],
    [
      '兑换: one piece is free',
      coupon({ kind: 'exchange', payFen: 0 }),
      [line('a', 6000, 2), line('b', 900)],
      [3000, 0],
    ],
    ['换购: the dearest piece for ¥9.90', coupon({ kind: 'exchange', payFen: 990 }), [line('a', 2800)], [1810]],
    ['换购 for more than it costs', coupon({ kind: 'exchange', payFen: 990 }), [line('a', 800)], 'NothingToTake'],
    [
      'SKU 专用',
      coupon({ kind: 'cash', amountFen: 500 }, { scope: { skus: [named('b')] } }),
      [line('a', 900), line('b', 700)],
      [0, 500],
    ],
    [
      'SKU or category',
      coupon({ kind: 'cash', amountFen: 300 }, { scope: { skus: [named('b')], categories: ['杯'] } }),
      [line('a', 900), line('b', 100), line('c', 200, 1, '杯')],
      [0, 100, 200],
    ],
    [
      '免运费 where nothing is delivered',
      coupon({ kind: 'free-delivery', capFen: null }),
      [line('a', 900)],
      'NoDelivery',
    ],
  ])('%s', (_, terms, lines, expected) => expect(outcome(terms, basket(lines))).toEqual(expected));

  it('a gift takes nothing off and is named; delivery is taken off by itself', () => {
    expect(unwrap(discountOf(coupon({ kind: 'gift', gift: '茶样一份' }), basket([line('a', 900)])))).toEqual({
      discountFen: 0,
      lineDiscounts: [0],
      deliveryFen: 0,
      gift: '茶样一份',
    });
    const free = coupon({ kind: 'free-delivery', capFen: 800 });
    expect(unwrap(discountOf(free, basket([line('a', 900)], { deliveryFen: 1200 })))).toEqual({
      discountFen: 800,
      lineDiscounts: [0],
      deliveryFen: 800,
      gift: null,
    });
  });

  const member: Shopper = { tier: 'gold', tags: ['vip'], firstPurchase: false };
  it.each<[string, Partial<Scope>, Partial<BasketNow>, string | null]>([
    ['for a tier', { tiers: [named('gold')] }, { shopper: member }, null],
    ['for another tier', { tiers: [named('rock')] }, { shopper: member }, 'TierNotCovered'],
    ['for a tier, of whom nothing is known', { tiers: [named('gold')] }, {}, 'TierNotCovered'],
    ['for a tag', { tags: [named('new'), named('vip')] }, { shopper: member }, null],
    ['for another tag', { tags: [named('new')] }, { shopper: member }, 'TagNotCovered'],
    ['for a first purchase', { firstPurchaseOnly: true }, { shopper: { ...member, firstPurchase: true } }, null],
    ['for a first purchase, at the second', { firstPurchaseOnly: true }, { shopper: member }, 'FirstPurchaseOnly'],
    ['for a channel', { channels: ['mini-program'] }, { channel: 'mini-program' }, null],
    ['for another channel: the till is the store', { channels: ['mini-program'] }, {}, 'ChannelNotCovered'],
  ])('%s', (_, scope, more, expected) => {
    const judged = outcome(coupon({ kind: 'cash', amountFen: 100 }, { scope }), basket([line('a', 900)], more));
    expect(typeof judged === 'string' ? judged : null).toBe(expected);
  });

  it.each<[string, Partial<UseTimes>, Partial<typeof WEDNESDAY>, boolean]>([
    ['on its weekday', { weekdays: [3] }, {}, true],
    ['on another weekday', { weekdays: [1, 2, 4, 5, 6, 7] }, {}, false],
    ['C11 at the first minute of its hours', { hours: [{ from: '12:00', until: '14:00' }] }, {}, true],
    ['C11 at the end of its hours', { hours: [{ from: '10:00', until: '12:00' }] }, {}, false],
    [
      'C11 in the second of two spans of hours',
      {
        hours: [
          { from: '08:00', until: '09:00' },
          { from: '11:30', until: '24:00' },
        ],
      },
      {},
      true,
    ],
    [
      'C11 in the second of two black-out ranges',
      {
        blackouts: [
          { from: '2026-05-01', to: '2026-05-05' },
          { from: '2026-06-17', to: '2026-06-18' },
        ],
      },
      {},
      false,
    ],
    ['C11 on the last day of a black-out', { blackouts: [{ from: '2026-06-10', to: '2026-06-17' }] }, {}, false],
    ['the day after a black-out', { blackouts: [{ from: '2026-06-10', to: '2026-06-16' }] }, {}, true],
    ['only on holidays', { holidays: 'only' }, {}, false],
    ['never on holidays', { holidays: 'never' }, { isHoliday: true }, false],
    ['only on holidays, on one', { holidays: 'only' }, { isHoliday: true }, true],
  ])('%s', (_, useTimes, wall, counts) => {
    const terms = coupon({ kind: 'cash', amountFen: 100 }, { useTimes });
    const judged = outcome(terms, basket([line('a', 900)], { wall: { ...WEDNESDAY, ...wall } }));
    expect(judged).toEqual(counts ? [100] : 'NotAtThisTime');
  });

  it('says what it is, large and in one line', () => {
    const said = (terms: CouponTerms) => `${headline(terms)} | ${termsText(terms, null)}`;
    expect(said(coupon({ kind: 'percent', percent: 85, capFen: 2000 }, { thresholdFen: 10_000 }))).toBe(
      '8.5 折 | 满 ¥100 打 8.5 折，最高减 ¥20，全部门店可用',
    );
    expect(said(steps())).toBe('¥30 | 满 ¥50 减 ¥5、满 ¥100 减 ¥12、满 ¥200 减 ¥30，全部门店可用');
    expect(said(nth(2, 50))).toBe('半价 | 第 2 件半价，全部门店可用');
    expect(
      said(
        coupon(
          { kind: 'exchange', payFen: 0 },
          {
            scope: {
              skus: [{ code: 'a', name: '桂花乌龙' }],
              tiers: [{ code: 'gold', name: '金叶' }],
              firstPurchaseOnly: true,
            },
            useTimes: {
              weekdays: [6, 7],
              hours: [{ from: '14:00', until: '17:00' }],
              blackouts: [{ from: '2026-10-01', to: '2026-10-07' }],
            },
          },
        ),
      ),
    ).toBe(
      '兑换 | 免费兑换 1 件，限桂花乌龙，限金叶，限首次消费，周六、日可用，14:00–17:00 可用，2026-10-01 至 2026-10-07 不可用，全部门店可用',
    );
  });

  it('C7 never takes from a line that is not eligible, never more than a line, and the shares sum to the discount', () => {
    const lines = fc.array(
      fc.record({
        sku: fc.constantFrom('a', 'b', 'c'),
        category: fc.constantFrom('茶', '杯', null),
        quantity: fc.integer({ min: 1, max: 6 }),
        amountFen: fc.nat(50_000),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom(...ALL_KINDS), (drawn, benefit) => {
        const judged = discountOf(
          coupon(benefit, { scope: { categories: ['茶'] } }),
          basket(drawn, { deliveryFen: 600 }),
        );
        if (!judged.ok) return true;
        const { discountFen, lineDiscounts, deliveryFen } = judged.value;
        return (
          discountFen === deliveryFen + lineDiscounts.reduce((sum, share) => sum + share, 0) &&
          drawn.every(
            (one, i) => lineDiscounts[i]! >= 0 && lineDiscounts[i]! <= (one.category === '茶' ? one.amountFen : 0),
          )
        );
      }),
      { numRuns: 3000 },
    );
  });
});

const ALL_KINDS: readonly Benefit[] = [
  { kind: 'cash', amountFen: 700 },
  { kind: 'percent', percent: 85, capFen: null },
  { kind: 'percent', percent: 1, capFen: 900 },
  {
    kind: 'steps',
    steps: [
      { thresholdFen: 500, amountFen: 500 },
      { thresholdFen: 9000, amountFen: 3000 },
    ],
  },
  { kind: 'nth-item', nth: 3, percent: 0 },
  { kind: 'buy-get', buy: 2, get: 3 },
  { kind: 'exchange', payFen: 90 },
  { kind: 'gift', gift: '样' },
  { kind: 'free-delivery', capFen: 500 },
];

function named(code: string) {
  return { code, name: code };
}
function steps(): CouponTerms {
  return coupon({
    kind: 'steps',
    steps: [
      { thresholdFen: 5000, amountFen: 500 },
      { thresholdFen: 10_000, amountFen: 1200 },
      { thresholdFen: 20_000, amountFen: 3000 },
    ],
  });
}
function nth(n: number, percent: number): CouponTerms {
  return coupon({ kind: 'nth-item', nth: n, percent });
}
