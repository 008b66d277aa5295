import { type Fen, type Points, type StoreId, splitByLargestRemainder } from '@fanloop/kernel';
import { valueOfPoints } from '../settings';

/** Points of lots that end in the same month and were earned in the same store. */
export interface LiabilityPart {
  /** `YYYY-MM` of the last day of use; `never`; `over`: dead by now, not swept yet. */
  readonly month: string;
  /** Where they were earned; null: by headquarters (adjustments, sign-up and the like). */
  readonly storeId: StoreId | null;
  readonly points: Points;
  /** Earned, not yet usable. */
  readonly pending: Points;
}

export interface LiabilityLine<Key> {
  readonly key: Key;
  readonly points: Points;
  readonly pending: Points;
  /** Of `points`, at today's value: the lines add up to the total exactly. */
  readonly fen: Fen;
}

export interface Liability {
  readonly points: Points;
  readonly fen: Fen;
  readonly pending: Points;
  readonly pendingFen: Fen;
  readonly debt: Points;
  readonly accounts: number;
  readonly byMonth: readonly LiabilityLine<string>[];
  readonly byStore: readonly LiabilityLine<StoreId | null>[];
}

/** Adds up what members may still spend, a portion at a time. */
export class LiabilityTally {
  private readonly months = new Map<string, { points: Points; pending: Points }>();
  private readonly stores = new Map<StoreId | null, { points: Points; pending: Points }>();
  private readonly total = { points: 0, pending: 0, debt: 0, accounts: 0 };

  add({ month, storeId, points, pending }: LiabilityPart): void {
    addTo(this.months, month, points, pending);
    addTo(this.stores, storeId, points, pending);
    this.total.points += points;
    this.total.pending += pending;
  }

  addAccounts(accounts: number, debt: Points): void {
    this.total.accounts += accounts;
    this.total.debt += debt;
  }

  result(fenPer100Points: Fen): Liability {
    const { points, pending, debt, accounts } = this.total;
    const fen = valueOfPoints({ fenPer100Points }, points);
    const months = [...this.months].sort(([a], [b]) => (placeOf(a) < placeOf(b) ? -1 : 1));
    const stores = [...this.stores].sort(([, a], [, b]) => b.points - a.points);
    return {
      points,
      fen,
      pending,
      pendingFen: valueOfPoints({ fenPer100Points }, pending),
      debt,
      accounts,
      byMonth: linesOf(months, fen),
      byStore: linesOf(stores, fen),
    };
  }
}

/** What is over comes first, then the months, what never ends last. */
const placeOf = (month: string): string => (month === 'over' ? '0' : month === 'never' ? '~' : month);

const addTo = <Key>(
  sums: Map<Key, { points: Points; pending: Points }>,
  key: Key,
  points: Points,
  pending: Points,
): void => {
  const sum = sums.get(key) ?? { points: 0, pending: 0 };
  sum.points += points;
  sum.pending += pending;
  sums.set(key, sum);
};

const linesOf = <Key>(
  rows: readonly (readonly [Key, { points: Points; pending: Points }])[],
  fen: Fen,
): LiabilityLine<Key>[] => {
  const shares = splitByLargestRemainder(
    fen,
    rows.map(([, { points }]) => points),
  );
  return rows.map(([key, { points, pending }], i) => ({ key, points, pending, fen: shares[i]! }));
};
