import * as fc from 'fast-check';
import type { BasketNow } from './basket';
import { bestCombination } from './best-combination';
import { type Combinable, combine } from './combination';
import { MOST_PER_PURCHASE } from './stacking';
import { type Benefit, type KeptTerms, type Stacking, termsOf } from './terms';

const WALL = { day: '2026-06-17', weekday: 3, time: '12:00', isHoliday: false };
const END = new Date('2026-07-01T00:00:00Z');

const coupon = (
  id: number,
  benefit: Benefit,
  stacking: Stacking,
  thresholdFen = 0,
  categories: string[] | null = null,
) => ({
  couponId: String(id),
  validUntil: END,
  terms: termsOf({
    ...benefit,
    name: `券 ${id}`,
    thresholdFen,
    scope: { categories },
    validity: { kind: 'days', days: 7 },
    stacking,
    returnGraceDays: 3,
  } as KeptTerms),
});

const basket = (...amounts: number[]): BasketNow => ({
  storeId: '1',
  wall: WALL,
  lines: amounts.map((amountFen, i) => ({
    sku: `s${i}`,
    category: i % 2 ? '杯' : '茶',
    quantity: 1 + (i % 3),
    amountFen,
  })),
});

const CASH: Stacking = { class: '满减券', with: 'other-classes' };
const FOLD: Stacking = { class: '折扣券', with: 'other-classes' };
const ALONE: Stacking = { class: '兑换券', with: 'none' };
const ALL: Stacking = { class: '代金券', with: 'all' };

/** Every set of coupons, the slow way. */
const bySearchingAll = (coupons: readonly Combinable[], of: BasketNow): number => {
  let best = 0;
  for (let mask = 1; mask < 1 << coupons.length; mask += 1) {
    const chosen = coupons.filter((_, i) => (mask & (1 << i)) !== 0);
    if (chosen.length > MOST_PER_PURCHASE) continue;
    const judged = combine(chosen, of);
    if (judged.ok) best = Math.max(best, judged.value.discountFen);
  }
  return best;
};

describe('the best choice of coupons', () => {
  it('takes one of each class, the percentage first, and says so', () => {
    const coupons = [
      coupon(1, { kind: 'cash', amountFen: 500 }, CASH, 3000),
      coupon(2, { kind: 'cash', amountFen: 800 }, CASH, 4000),
      coupon(3, { kind: 'percent', percent: 80, capFen: null }, FOLD),
    ];
    expect(bestCombination(coupons, basket(6000))).toEqual({
      couponIds: ['3', '2'],
      discountFen: 2000,
      why: '选了 2 张，省 ¥20.00；满减券每单限用一张',
    });
  });

  it('leaves the percentage where it would spoil a threshold', () => {
    const coupons = [
      coupon(2, { kind: 'cash', amountFen: 1500 }, CASH, 5900),
      coupon(3, { kind: 'percent', percent: 90, capFen: null }, FOLD),
    ];
    expect(bestCombination(coupons, basket(6000))).toEqual({
      couponIds: ['2'],
      discountFen: 1500,
      why: '选了 1 张，省 ¥15.00；其余 1 张加上也不会更省',
    });
  });

  it('tells which classes do not go together', () => {
    const coupons = [
      coupon(1, { kind: 'cash', amountFen: 1000 }, CASH),
      coupon(2, { kind: 'exchange', payFen: 5200 }, { class: '换购券', with: 'other-classes' }),
      coupon(3, { kind: 'percent', percent: 90, capFen: null }, { class: '折扣券', with: 'none' }),
    ];
    expect(bestCombination(coupons, basket(6000))).toEqual({
      couponIds: ['2', '1'],
      discountFen: 1800,
      why: '选了 2 张，省 ¥18.00；换购券与折扣券不可同用',
    });
  });

  it('one that stands alone wins when it saves more than all others together', () => {
    const exchange = coupon(9, { kind: 'exchange', payFen: 0 }, ALONE);
    const others = [
      coupon(1, { kind: 'cash', amountFen: 500 }, CASH),
      coupon(3, { kind: 'percent', percent: 90, capFen: null }, FOLD),
    ];
    expect(bestCombination([...others, exchange], basket(6000))).toEqual({
      couponIds: ['9'],
      discountFen: 6000,
      why: '选了 1 张，省 ¥60.00；兑换券与折扣券不可同用，兑换券与满减券不可同用',
    });
  });

  it('of equal savings the fewer coupons; of the same coupons in another order the same answer', () => {
    const whole = coupon(1, { kind: 'cash', amountFen: 1000 }, ALL);
    const halves = [coupon(2, { kind: 'cash', amountFen: 500 }, ALL), coupon(3, { kind: 'cash', amountFen: 500 }, ALL)];
    expect(bestCombination([...halves, whole], basket(1000)).couponIds).toEqual(['1']);
    const many = Array.from({ length: 8 }, (_, i) => coupon(i + 1, { kind: 'cash', amountFen: 300 }, ALL));
    expect(bestCombination(many, basket(900)).couponIds).toEqual(['1', '2', '3']);
    expect(bestCombination([...many].reverse(), basket(900)).couponIds).toEqual(['1', '2', '3']);
  });

  it('nothing counts, and nothing is there', () => {
    expect(bestCombination([], basket(100))).toEqual({ couponIds: [], discountFen: 0, why: '没有可用的优惠券' });
    const dear = coupon(1, { kind: 'cash', amountFen: 500 }, CASH, 30_000);
    expect(bestCombination([dear], basket(100)).couponIds).toEqual([]);
  });

  it('equals the search of all sets, and what it promises is what the till gives', () => {
    const benefit = fc.oneof<fc.Arbitrary<Benefit>[]>(
      fc.integer({ min: 100, max: 3000 }).map((amountFen) => ({ kind: 'cash', amountFen })),
      fc
        .integer({ min: 50, max: 95 })
        .map((percent) => ({ kind: 'percent', percent, capFen: percent % 2 ? null : 700 })),
      fc.constant({ kind: 'nth-item', nth: 2, percent: 50 }),
      fc.constant({ kind: 'buy-get', buy: 2, get: 1 }),
      fc.constant({ kind: 'exchange', payFen: 100 }),
      fc.constant({
        kind: 'steps',
        steps: [
          { thresholdFen: 2000, amountFen: 300 },
          { thresholdFen: 5000, amountFen: 1000 },
        ],
      }),
    );
    const drawn = fc.tuple(
      benefit,
      fc.constantFrom(CASH, FOLD, ALONE, ALL),
      fc.constantFrom(0, 1500, 4000),
      fc.constantFrom<(string[] | null)[]>(null, ['茶'], ['杯']),
    );
    fc.assert(
      fc.property(
        fc.array(drawn, { maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 6 }),
        (drawnCoupons, amounts) => {
          const coupons = drawnCoupons.map(([of, stacking, threshold, categories], i) =>
            coupon(i + 1, of, stacking, of.kind === 'steps' ? 0 : threshold, categories),
          );
          const best = bestCombination(coupons, basket(...amounts));
          const chosen = coupons.filter(({ couponId }) => best.couponIds.includes(couponId));
          const together = combine(chosen, basket(...amounts));
          return (
            best.discountFen === bySearchingAll(coupons, basket(...amounts)) &&
            (chosen.length === 0 || (together.ok && together.value.discountFen === best.discountFen))
          );
        },
      ),
      { numRuns: 1500 },
    );
  });
});
