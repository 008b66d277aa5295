import * as fc from 'fast-check';
import { quintileBoundaries, scoreOf } from './quintiles';
import { daysBetween, rfmBoundaries, rfmScore, shiftDate } from './rfm';

describe('RFM', () => {
  it('parts ten different values into fifths', () => {
    const values = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    const boundaries = quintileBoundaries(values);
    expect(boundaries).toEqual([20, 40, 60, 80]);
    expect(values.map((value) => scoreOf(value, boundaries))).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it('T1 gives equal values equal scores, where ranking into equal fifths would tear ties', () => {
    const values = [1, 1, 1, 1, 1, 1, 1, 2, 3, 4];
    const boundaries = quintileBoundaries(values);
    const scores = values.map((value) => scoreOf(value, boundaries));
    expect(new Set(scores.slice(0, 7)).size).toBe(1);
    // The twin: NTILE(5) deals out the sorted rows in equal shares, and the seven ones get four different scores.
    const ntile = values.map((_, i) => Math.floor((i * 5) / values.length) + 1);
    expect(new Set(ntile.slice(0, 7)).size).toBeGreaterThan(1);
  });

  it('T1 holds for any population: equal values equal scores, greater values never lower ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 }), (values) => {
        const boundaries = quintileBoundaries(values);
        const sorted = [...values].sort((a, b) => a - b);
        sorted.reduce((before, next) => {
          expect(scoreOf(next, boundaries)).toBeGreaterThanOrEqual(scoreOf(before, boundaries));
          return next;
        });
        expect(scoreOf(Math.max(...values) + 1, boundaries)).toBe(5);
      }),
    );
  });

  it('scores recent, frequent and large as high', () => {
    const people = [1, 2, 3, 4, 5].map((n) => ({
      memberId: String(n),
      recencyDays: 100 - n,
      frequency: n,
      netFen: n * 100,
    }));
    const boundaries = rfmBoundaries(people);
    expect(rfmScore(people[4]!, boundaries)).toEqual({ r: 5, f: 5, m: 5 });
    expect(rfmScore(people[0]!, boundaries)).toEqual({ r: 1, f: 1, m: 1 });
  });

  it('counts calendar days, over leap days too', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(shiftDate('2024-03-01', -1)).toBe('2024-02-29');
  });
});
