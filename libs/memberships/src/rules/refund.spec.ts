import { unwrap } from '@fanloop/kernel';
import { firstPeriod, nextPeriod } from './period';
import { type RefundQuestion, refundOf } from './refund';

const YEAR = firstPeriod('2026-06-15', { unit: 'month', count: 12 });
const MONTH = firstPeriod('2026-06-15', { unit: 'day', count: 30 });
const NONE = { count: 0, worthFen: 0 };
const ask = (more: Partial<RefundQuestion>): RefundQuestion => ({
  ...{ startsOn: MONTH.startsOn, lastOn: MONTH.lastOn, priceFen: 3000, today: '2026-06-15' },
  ...{ usedCoupons: 'ignore', used: NONE, ...more },
});
const sum = (more: Partial<RefundQuestion>): number => unwrap(refundOf(ask(more))).amountFen;
const code = (more: Partial<RefundQuestion>): string => {
  const outcome = refundOf(ask(more));
  return outcome.ok ? 'refunded' : outcome.refusal.code;
};

describe('refund by remaining days', () => {
  // ¥30.00 for 31 days, 15 June to 15 July.
  it.each([
    ['the first day has begun: 30 of 31', '2026-06-15', 2903],
    ['the second day', '2026-06-16', 2806],
    ['half way', '2026-06-30', 1451],
    ['one day is left', '2026-07-14', 96],
  ])('%s', (_, today, amountFen) => expect(sum({ today })).toBe(amountFen));

  it('a year for ¥199.00, of which 100 days have begun: 266 of 366 days, rounded down', () => {
    const { startsOn, lastOn } = YEAR;
    expect(unwrap(refundOf(ask({ startsOn, lastOn, priceFen: 19_900, today: '2026-09-22' })))).toEqual({
      amountFen: 14_462,
      daysTotal: 366,
      daysLeft: 266,
      daysFen: 14_462,
      deductedFen: 0,
      isWhole: false,
    });
  });

  it('a renewal that has not begun goes back whole, whatever was used before', () => {
    const { startsOn, lastOn } = nextPeriod(MONTH, { unit: 'day', count: 30 });
    const used = { count: 3, worthFen: 9000 };
    for (const usedCoupons of ['ignore', 'deduct', 'forbid'] as const)
      expect(unwrap(refundOf(ask({ startsOn, lastOn, today: '2026-07-15', usedCoupons, used })))).toMatchObject({
        ...{ amountFen: 3000, daysLeft: 30, isWhole: true },
      });
    expect(sum({ startsOn, lastOn, today: '2026-07-16' })).toBe(2900);
  });

  it('coupons that were used: nothing, their worth, or no refund, as the card was sold', () => {
    const used = { count: 2, worthFen: 1000 };
    expect(sum({ used, usedCoupons: 'ignore' })).toBe(2903);
    expect(unwrap(refundOf(ask({ used, usedCoupons: 'deduct' })))).toMatchObject({
      ...{ daysFen: 2903, deductedFen: 1000, amountFen: 1903 },
    });
    expect(code({ used, usedCoupons: 'forbid' })).toBe('CouponUsedUp');
    expect(code({ used: NONE, usedCoupons: 'forbid' })).toBe('refunded');
  });

  it('never below nothing, and nothing is not refunded', () => {
    expect(code({ today: '2026-07-15' })).toBe('NothingToRefund');
    expect(code({ today: '2031-01-01' })).toBe('NothingToRefund');
    expect(code({ priceFen: 1 })).toBe('NothingToRefund');
    expect(code({ usedCoupons: 'deduct', used: { count: 9, worthFen: 99_999 } })).toBe('NothingToRefund');
  });

  it('never more than was paid, falls every day, and is exact where a double is not', () => {
    let before = 10_000_001;
    for (let day = 15; day <= 30; day += 1) {
      const amount = sum({ priceFen: 10_000_000, today: `2026-06-${day}` });
      expect(amount).toBeLessThan(before);
      before = amount;
    }
  });
});
