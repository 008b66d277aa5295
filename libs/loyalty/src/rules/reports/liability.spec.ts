import fc from 'fast-check';
import { type LiabilityPart, LiabilityTally } from './liability';

const tallyOf = (parts: readonly LiabilityPart[]) => {
  const tally = new LiabilityTally();
  for (const part of parts) tally.add(part);
  return tally;
};

describe('what the brand owes in points', () => {
  it('by month of the end and by store, with what waits beside it', () => {
    const tally = tallyOf([
      { month: 'never', storeId: null, points: 5, pending: 0 },
      { month: '2027-02', storeId: '1', points: 100, pending: 0 },
      { month: '2026-12', storeId: '1', points: 50, pending: 20 },
      { month: '2027-02', storeId: '2', points: 33, pending: 0 },
      { month: 'over', storeId: '2', points: 7, pending: 0 },
    ]);
    tally.addAccounts(3, 11);
    expect(tally.result(50)).toEqual({
      points: 195,
      fen: 97,
      pending: 20,
      pendingFen: 10,
      debt: 11,
      accounts: 3,
      byMonth: [
        { key: 'over', points: 7, pending: 0, fen: 3 },
        { key: '2026-12', points: 50, pending: 20, fen: 25 },
        { key: '2027-02', points: 133, pending: 0, fen: 66 },
        { key: 'never', points: 5, pending: 0, fen: 3 },
      ],
      byStore: [
        { key: '1', points: 150, pending: 20, fen: 75 },
        { key: '2', points: 40, pending: 0, fen: 20 },
        { key: null, points: 5, pending: 0, fen: 2 },
      ],
    });
  });

  it('lines add up to the total, in points and to the last fen', () => {
    const part = fc.record({
      month: fc.constantFrom('over', '2026-12', '2027-01', 'never'),
      storeId: fc.constantFrom<string | null>('1', '2', '3', null),
      points: fc.nat(1e9),
      pending: fc.nat(1e6),
    });
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 0, max: 9_999 }), (parts, value) => {
        const { points, fen, pending, byMonth, byStore } = tallyOf(parts).result(value);
        for (const lines of [byMonth, byStore]) {
          expect(lines.reduce((sum, line) => sum + line.points, 0)).toBe(points);
          expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(fen);
          expect(lines.reduce((sum, line) => sum + line.pending, 0)).toBe(pending);
        }
      }),
    );
  });
});
