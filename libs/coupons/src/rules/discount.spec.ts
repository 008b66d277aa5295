import { unwrap } from '@fanloop/kernel';
import * as fc from 'fast-check';
import type { BasketLine } from './basket';
import { discountOf } from './discount';
import { type CouponTerms, type Scope, termsOf } from './terms';

/** A Wednesday. */
const NOON = { day: '2026-06-17', weekday: 3, time: '12:00', isHoliday: false };

const line = (category: string | null, amountFen: number, quantity = 1): BasketLine => ({
  sku: null,
  category,
  quantity,
  amountFen,
});

const cash = (thresholdFen: number, amountFen: number, scope: Partial<Scope> = {}): CouponTerms =>
  termsOf({
    kind: 'cash',
    name: '满减券',
    amountFen,
    thresholdFen,
    scope: { stores: null, categories: null, ...scope },
    validity: { kind: 'days', days: 7 },
    returnGraceDays: 3,
  });

const refusalOf = (terms: CouponTerms, lines: BasketLine[], storeId = '1') => {
  const judged = discountOf(terms, { storeId, lines, wall: NOON });
  return judged.ok ? null : judged.refusal.code;
};

describe('discountOf', () => {
  it.each([
    ['¥30 − ¥5 on one line of ¥38', cash(3000, 500), [line('奶茶', 3800)], 500, [500]],
    ['exactly at the threshold', cash(3000, 500), [line('奶茶', 3000)], 500, [500]],
    [
      'three equal lines share ¥10 without losing a fen',
      cash(0, 1000),
      [line('茶', 2000), line('茶', 2000), line('茶', 2000)],
      1000,
      [334, 333, 333],
    ],
    [
      'lines of other categories bear nothing',
      cash(2000, 500, { categories: ['奶茶'] }),
      [line('周边', 9900), line('奶茶', 2400)],
      500,
      [0, 500],
    ],
    [
      'never more than the eligible lines',
      cash(0, 500, { categories: ['小料'] }),
      [line('奶茶', 2400), line('小料', 200)],
      200,
      [0, 200],
    ],
    ['a line given away bears nothing', cash(0, 100), [line('茶', 0), line('茶', 1500)], 100, [0, 100]],
    [
      '¥90,000 in unequal lines',
      cash(0, 1_000_000),
      [line('a', 3_333_333), line('b', 5_666_667)],
      1_000_000,
      [370_370, 629_630],
    ],
  ])('%s', (_, terms, lines, discountFen, lineDiscounts) => {
    expect(unwrap(discountOf(terms, { storeId: '1', lines, wall: NOON }))).toEqual({
      discountFen,
      lineDiscounts,
      deliveryFen: 0,
      gift: null,
    });
  });

  it('C7 the threshold is compared with the eligible lines, not with the whole basket', () => {
    const terms = cash(3000, 500, { categories: ['奶茶'] });
    const judged = discountOf(terms, { storeId: '1', lines: [line('奶茶', 2999), line('周边', 9900)], wall: NOON });
    expect(judged).toMatchObject({ ok: false, refusal: { code: 'ThresholdNotMet', details: { missingFen: 1 } } });
  });

  it('C4 a negative, broken or empty quantity or amount is refused, whatever the rest is worth', () => {
    for (const bad of [
      line('茶', -1),
      line('茶', 1.5),
      line('茶', 100, 0),
      line('茶', 100, -3),
      line('茶', Number.NaN),
    ])
      expect(refusalOf(cash(0, 500), [line('茶', 9900), bad])).toBe('LinesInvalid');
  });

  it('names what stands in the way', () => {
    expect(refusalOf(cash(0, 500, { stores: ['2'] }), [line('茶', 900)])).toBe('StoreNotCovered');
    expect(refusalOf(cash(0, 500, { categories: ['奶茶'] }), [line(null, 900)])).toBe('NoEligibleLines');
    expect(refusalOf(cash(0, 500), [])).toBe('NoEligibleLines');
  });

  it('splits any discount exactly, never beyond a line, and never onto a line that is not eligible', () => {
    const categories = fc.constantFrom('奶茶', '果茶', '周边', null);
    const lines = fc.array(fc.tuple(categories, fc.nat(500_000)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 1_000_000 }), (drawn, amountFen) => {
        const basket = drawn.map(([category, fen]) => line(category, fen));
        const judged = discountOf(cash(0, amountFen, { categories: ['奶茶', '果茶'] }), {
          storeId: '1',
          lines: basket,
          wall: NOON,
        });
        const eligible = (one: BasketLine) => one.category === '奶茶' || one.category === '果茶';
        const eligibleFen = basket.filter(eligible).reduce((sum, one) => sum + one.amountFen, 0);
        if (!judged.ok) return eligibleFen === 0;
        const { discountFen, lineDiscounts } = judged.value;
        return (
          discountFen === Math.min(amountFen, eligibleFen) &&
          lineDiscounts.reduce((sum, share) => sum + share, 0) === discountFen &&
          basket.every((one, i) => lineDiscounts[i]! >= 0 && lineDiscounts[i]! <= (eligible(one) ? one.amountFen : 0))
        );
      }),
    );
  });
});
