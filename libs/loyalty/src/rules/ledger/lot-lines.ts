import { formatPoints, type Points } from '@fanloop/kernel';
import type { EntryKind } from './account';

/** One lot as an entry touched it, with its end as it stands now. */
export interface TouchedLot {
  readonly lotNo: number;
  /** Usable and waiting points that moved, signed. */
  readonly points: Points;
  readonly pending: Points;
  /** Last day of use; null: no end of its own. */
  readonly lastDay: string | null;
  /** Lives as long as the member is active. */
  readonly byInactivity: boolean;
  /** Day on which what still waits becomes usable; null: it does not wait, or waits for an event. */
  readonly activeDay: string | null;
  readonly activateOn: string | null;
  /** What of it still waits today. */
  readonly stillPending: Points;
}

/** What became of the points of an entry: when they can be used and until when, or which ones were used. */
export const lotLines = (kind: EntryKind, lots: readonly TouchedLot[]): string[] => {
  if (kind === 'spend' || kind === 'expire' || kind === 'transfer-out') return lots.map((lot) => usedLine(lot));
  const received = lots.filter((lot) => lot.points + lot.pending > 0);
  return received.map((lot) => receivedLine(lot, received.length > 1));
};

const usedLine = ({ points, lastDay, byInactivity }: TouchedLot): string => {
  const moved = `${formatPoints(Math.abs(points))} 分`;
  if (byInactivity) return `用的是持续有效的积分 ${moved}`;
  return lastDay ? `其中 ${moved}的有效期到 ${lastDay}` : `其中 ${moved}长期有效`;
};

const receivedLine = (lot: TouchedLot, isOneOfMany: boolean): string => {
  const subject = isOneOfMany ? `其中 ${formatPoints(lot.points + lot.pending)} 分` : '';
  if (lot.stillPending > 0 && !lot.activeDay) return `${subject}还未到账`;
  if (lot.byInactivity) return `${subject}常来就一直有效`;
  if (!lot.lastDay) return `${subject}长期有效`;
  return `${subject}有效期到 ${lot.lastDay}`;
};
