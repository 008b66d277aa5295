import * as fc from 'fast-check';
import { formatFen, formatPoints, mulDivFloor, splitByLargestRemainder } from './money';

describe('money', () => {
  it.each([
    [0, '¥0.00'],
    [1250, '¥12.50'],
    [-5, '−¥0.05'],
    [7718360, '¥77,183.60'],
  ])('writes %i fen as %s', (fen, text) => expect(formatFen(fen)).toBe(text));

  it('groups points', () => expect(formatPoints(1280)).toBe('1,280'));

  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [0, 0], [10, 0]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [7, [3, 2, 2], [3, 2, 2]],
    [5, [], []],
  ])('splits %i over %j as %j', (total, weights, parts) =>
    expect(splitByLargestRemainder(total, weights)).toEqual(parts),
  );

  const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const sumsToTheTotal = (split: typeof splitByLargestRemainder) =>
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 }),
      (total, weights) => {
        const parts = split(total, weights);
        expect(sumOf(parts)).toBe(total);
        const sum = sumOf(weights);
        if (sum === 0) return;
        parts.forEach((part, i) => {
          const floor = mulDivFloor(total, weights[i]!, sum);
          expect(part - floor === 0 || part - floor === 1).toBe(true);
        });
      },
    );

  it('L15 always sums to the total, and no part strays by one from its exact share', () => {
    fc.assert(sumsToTheTotal(splitByLargestRemainder));
  });

  it.each([Math.floor, Math.round])(
    'L15 the same property finds a split that takes %p of each part on its own',
    (rounding) => {
      const alone = (total: number, weights: readonly number[]): number[] =>
        weights.map((weight) => rounding((total * weight) / Math.max(1, sumOf(weights))));
      expect(fc.check(sumsToTheTotal(alone)).failed).toBe(true);
      // Three lines of ¥10.00 with ¥10.00 off.
      expect(sumOf(splitByLargestRemainder(1000, [1000, 1000, 1000]))).toBe(1000);
      expect(sumOf(alone(1000, [1000, 1000, 1000]))).toBe(999);
    },
  );

  describe('L15 multiplies a large amount by a percentage without losing a fen', () => {
    const cases: [number, number, number, number][] = [
      [22605091, 95, 100, 21474836],
      [22605092, 95, 100, 21474837],
      [Number.MAX_SAFE_INTEGER, 100, 100, Number.MAX_SAFE_INTEGER],
      [Number.MAX_SAFE_INTEGER, 33, 100, 2972375754064527],
      [100, 29, 100, 29],
    ];
    const wrong = (multiply: typeof mulDivFloor): number[] =>
      cases.flatMap(([a, b, c, exact], i) => (multiply(a, b, c) === exact ? [] : [i]));

    it('L15 where 32 bits, a product of doubles and a percentage in a float lose some', () => {
      expect(wrong(mulDivFloor)).toEqual([]);
      expect(wrong((a, b, c) => Math.floor(((a * b) | 0) / c))).toEqual([1, 2, 3]);
      expect(wrong((a, b, c) => Math.floor((a * b) / c))).toEqual([3]);
      expect(wrong((a, b, c) => Math.floor(a * (b / c)))).toEqual([4]);
    });
  });
});
