import fc from 'fast-check';
import { claimOf, type RefundedLine } from './refund-claims';

const lines = (...figures: readonly (readonly [number, number])[]): RefundedLine[] =>
  figures.map(([amountFen, refunded]) => ({ amountFen, quantity: 1, refunded: { amountFen: refunded, quantity: 0 } }));

describe('what refunds claim', () => {
  it.each([
    ['nothing refunded', [[10_000, 0]], [100], 0],
    ['the half', [[10_000, 5000]], [100], 50],
    ['rounded down', [[10_000, 99]], [100], 0],
    ['all', [[10_000, 10_000]], [100], 100],
    [
      'the line that earned double',
      [
        [1000, 1000],
        [1000, 0],
      ],
      [20, 10],
      20,
    ],
    [
      'the line that earned single',
      [
        [1000, 0],
        [1000, 1000],
      ],
      [20, 10],
      10,
    ],
  ] as const)('L6 %s', (_, figures, parts, claimed) => expect(claimOf(parts, lines(...figures))).toBe(claimed));

  it('L6 a free line goes by its pieces', () => {
    const free = { amountFen: 0, quantity: 2, refunded: { amountFen: 0, quantity: 1 } };
    expect(claimOf([50], [free])).toBe(25);
  });

  it('L6 twenty refunds of ¥1 take exactly what one refund of ¥20 takes', () => {
    const claims = Array.from({ length: 21 }, (_, i) => claimOf([19], lines([2000, i * 100])));
    const each = claims.slice(1).map((claim, i) => claim - claims[i]!);
    expect(each.reduce((sum, points) => sum + points, 0)).toBe(19);
    expect(each.every((points) => points === 0 || points === 1)).toBe(true);
  });

  it('L6 any sequence of partial refunds, in any order, ends exactly as one full refund does', () => {
    const purchase = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 1, max: 9 }), fc.nat(500)),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(purchase, fc.array(fc.tuple(fc.nat(5), fc.nat(100)), { maxLength: 30 }), (of, refunds) => {
        const parts = of.map(([, , points]) => points);
        const state = of.map(([amountFen, quantity]) => ({
          amountFen,
          quantity,
          refunded: { amountFen: 0, quantity: 0 },
        }));
        let taken = 0;
        const take = (i: number, amountFen: number, quantity: number): void => {
          const before = claimOf(parts, state);
          const line = state[i]!;
          state[i] = {
            ...line,
            refunded: {
              amountFen: Math.min(line.amountFen, line.refunded.amountFen + amountFen),
              quantity: Math.min(line.quantity, line.refunded.quantity + quantity),
            },
          };
          const step = claimOf(parts, state) - before;
          expect(step).toBeGreaterThanOrEqual(0);
          taken += step;
        };
        for (const [pick, percent] of refunds) {
          const i = pick % of.length;
          take(i, Math.floor((of[i]![0] * percent) / 100), 1);
        }
        of.forEach(([amountFen, quantity], i) => {
          take(i, amountFen, quantity);
        });
        expect(taken).toBe(parts.reduce((sum, part) => sum + part, 0));
      }),
      { numRuns: 2000 },
    );
  });
});
