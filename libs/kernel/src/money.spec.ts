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

  it('always sums to the total, and no part strays by one from its exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 }),
        (total, weights) => {
          const parts = splitByLargestRemainder(total, weights);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          const sum = weights.reduce((a, b) => a + b, 0);
          if (sum === 0) return;
          parts.forEach((part, i) => {
            const floor = mulDivFloor(total, weights[i]!, sum);
            expect(part - floor === 0 || part - floor === 1).toBe(true);
          });
        },
      ),
    );
  });

  it('L15 multiplies a large amount by a percentage without losing a fen', () => {
    expect(mulDivFloor(22605091, 95, 100)).toBe(21474836);
    expect(mulDivFloor(Number.MAX_SAFE_INTEGER, 100, 100)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
