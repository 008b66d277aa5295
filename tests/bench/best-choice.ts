import type { BasketNow } from '../../libs/coupons/src/rules/basket';
import { bestCombination } from '../../libs/coupons/src/rules/best-combination';
import type { Combinable } from '../../libs/coupons/src/rules/combination';
import { discountOf } from '../../libs/coupons/src/rules/discount';
import { type Benefit, type KeptTerms, type Stacking, termsOf } from '../../libs/coupons/src/rules/terms';
import { seededCounts } from '../support/seeded-counts';
import { type BenchRow, driveAlone, inTurn } from './figures';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const CATEGORIES = ['茶', '杯', '茶点'];
const COUPONS = 20;
const LINES = 30;

/** The best choice of twenty usable coupons for a basket of thirty lines, beside looking at each coupon alone. */
export const benchBestChoice = async (): Promise<BenchRow[]> => {
  const basket = basketOf(1);
  const row = async (name: string, stacking: (n: number) => Stacking): Promise<BenchRow> => {
    const coupons = Array.from({ length: COUPONS }, (_, n) => couponOf(n, stacking(n)));
    const figures = await inTurn(
      async () => driveAlone(SECONDS, () => bestCombination(coupons, basket)),
      async () => driveAlone(SECONDS, () => coupons.map(({ terms }) => discountOf(terms, basket))),
    );
    return { name, ...figures, aim: 0.1, least: 0.02 };
  };
  return [
    await row('best of 20 coupons, 4 classes', (n) => ({ class: `组 ${n % 4}`, with: 'other-classes' })),
    await row('best of 20 coupons, all together', () => ({ class: '券', with: 'all' })),
  ];
};

const basketOf = (seed: number): BasketNow => {
  const count = seededCounts(seed);
  return {
    storeId: '1',
    wall: { day: '2026-06-17', weekday: 3, time: '12:00', isHoliday: false },
    lines: Array.from({ length: LINES }, (_, i) => {
      const quantity = count(1, 3);
      return { sku: `s${i}`, category: CATEGORIES[i % 3]!, quantity, amountFen: quantity * count(500, 6000) };
    }),
  };
};

const couponOf = (n: number, stacking: Stacking): Combinable => ({
  couponId: String(n + 1),
  validUntil: new Date('2026-07-01T00:00:00Z'),
  terms: termsOf({
    ...benefitOf(n),
    name: `券 ${n}`,
    thresholdFen: 0,
    scope: { categories: n % 3 === 0 ? null : [CATEGORIES[n % 3]!] },
    validity: { kind: 'days', days: 7 },
    stacking,
    returnGraceDays: 3,
  } as KeptTerms),
});

const benefitOf = (n: number): Benefit => {
  if (n % 5 === 0) return { kind: 'percent', percent: 80 + (n % 15), capFen: null };
  if (n % 5 === 1) return { kind: 'nth-item', nth: 2, percent: 50 };
  if (n % 5 === 2) return { kind: 'steps', steps: [{ thresholdFen: 5000, amountFen: 400 + n }] };
  return { kind: 'cash', amountFen: 300 + n * 37 };
};
