import fc from 'fast-check';
import { type Place, type PointsUsed, type Settlement, SettlementTally } from './settlement';

const settled = (used: readonly PointsUsed[], fenPer100Points = 100): Settlement => {
  const tally = new SettlementTally();
  for (const part of used) tally.add(part);
  return tally.result(fenPer100Points);
};
const used = (origin: Place, usedIn: Place, points: number): PointsUsed => ({ origin, usedIn, points });
const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((all, item) => all + of(item), 0);

describe('the settlement between stores', () => {
  it('a store is paid for points of others, and pays for its own that others took', () => {
    const { places, flows, points } = settled([
      used('A', 'B', 500),
      used('B', 'A', 120),
      used('A', 'A', 70),
      used(null, 'B', 30),
      used('A', 'B', -100),
    ]);
    expect(points).toBe(620);
    expect(flows).toEqual([
      { from: 'A', to: 'B', points: 400 },
      { from: 'B', to: 'A', points: 120 },
      { from: null, to: 'B', points: 30 },
    ]);
    expect(places).toEqual([
      { place: 'B', own: 0, honoured: 430, issued: 120, net: 310, netFen: 310 },
      { place: null, own: 0, honoured: 0, issued: 30, net: -30, netFen: -30 },
      { place: 'A', own: 70, honoured: 120, issued: 400, net: -280, netFen: -280 },
    ]);
  });

  it('what came back altogether leaves no line', () => {
    expect(settled([used('A', 'B', 50), used('A', 'B', -50)])).toEqual({ points: 0, places: [], flows: [] });
  });

  it('every column sums to zero, in points and in money, whatever a point is worth', () => {
    const place = fc.constantFrom<Place>('1', '2', '3', '44', null);
    const part = fc.record({ origin: place, usedIn: place, points: fc.integer({ min: -1e6, max: 1e6 }) });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.integer({ min: 0, max: 12_345 }), (parts, value) => {
        const { places, points } = settled(parts, value);
        expect(sum(places, ({ net }) => net)).toBe(0);
        expect(sum(places, ({ netFen }) => netFen)).toBe(0);
        expect(sum(places, ({ honoured }) => honoured)).toBe(sum(places, ({ issued }) => issued));
        expect(sum(places, ({ own, honoured }) => own + honoured)).toBe(points);
        expect(points).toBe(sum(parts, (one) => one.points));
      }),
      { numRuns: 2000 },
    );
  });
});
