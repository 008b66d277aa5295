import { type Boundaries, quintileBoundaries, type Score, scoreOf } from './quintiles';

/** What a member bought in the window, net of refunds. */
export interface PurchaseSummary {
  readonly memberId: string;
  /** Business days between the last purchase and the as-of date: 0 for the same day. */
  readonly recencyDays: number;
  /** Purchases that were not refunded wholly. */
  readonly frequency: number;
  /** Paid minus refunded. */
  readonly netFen: number;
}

export interface RfmBoundaries {
  readonly recencyDays: Boundaries;
  readonly frequency: Boundaries;
  readonly netFen: Boundaries;
}

export interface RfmScore {
  readonly r: Score;
  readonly f: Score;
  readonly m: Score;
}

export const rfmBoundaries = (summaries: readonly PurchaseSummary[]): RfmBoundaries => ({
  recencyDays: quintileBoundaries(summaries.map((summary) => -summary.recencyDays)),
  frequency: quintileBoundaries(summaries.map((summary) => summary.frequency)),
  netFen: quintileBoundaries(summaries.map((summary) => summary.netFen)),
});

/** Recency, frequency and monetary value, each 1 to 5; a recent purchase scores high. */
export const rfmScore = (summary: PurchaseSummary, boundaries: RfmBoundaries): RfmScore => ({
  r: scoreOf(-summary.recencyDays, boundaries.recencyDays),
  f: scoreOf(summary.frequency, boundaries.frequency),
  m: scoreOf(summary.netFen, boundaries.netFen),
});

/** Whole days from one `YYYY-MM-DD` to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** `YYYY-MM-DD` moved by whole days. */
export const shiftDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
