import type { Points } from '@fanloop/kernel';
import { refuse } from '../refusals';
import type { TransferSettings } from '../settings';
import type { Account, Lot, Posting } from './account';
import { type Credit, earn, spend } from './ledger';

/** What a member has given away on one business day. */
export interface GivenToday {
  readonly points: Points;
  readonly times: number;
}

/** Throws what forbids a transfer of so many points. */
export const assertTransferAllowed = (settings: TransferSettings, points: Points, today: GivenToday): void => {
  if (!settings.enabled) throw refuse('TransfersOff');
  if (!Number.isSafeInteger(points) || points <= 0) throw refuse('PointsNotPositive');
  if (points < settings.leastPoints) throw refuse('TransferTooSmall', { least: settings.leastPoints });
  if (today.times >= settings.dailyTimes) throw refuse('TransferTooOften', { times: settings.dailyTimes });
  const left = Math.max(0, settings.dailyPoints - today.points);
  if (points > left) throw refuse('TransferTooMuch', { daily: settings.dailyPoints, left });
};

/**
 * Points go from one member's lots into new lots of another. Each keeps its end and the store where it was earned, so that a
 * transfer makes no point live longer; points that lived with the giver's activity end where they would have ended there. The
 * receiver's debt is paid first, from the points that would have died first. Pending points stay where they are.
 */
export const transfer = (
  giver: { readonly account: Account; readonly lots: readonly Lot[] },
  receiver: Account,
  points: Points,
  source: string,
): { readonly out: Posting; readonly into: Posting } => {
  const out = spend(giver.account, giver.lots, points, 'transfer-out');
  const lots = new Map(giver.lots.map((lot) => [lot.lotNo, lot]));
  const credits = new Map<string, Credit>();
  for (const { lot: lotNo, points: taken } of out.touches) {
    const { expiresAt, storeId } = lots.get(lotNo)!;
    const key = `${expiresAt?.getTime()} ${storeId}`;
    const known = credits.get(key);
    credits.set(key, { ...TERMS, points: (known?.points ?? 0) - taken, expiresAt, source, storeId });
  }
  return { out, into: earn(receiver, [...credits.values()], 'transfer-in') };
};

const TERMS = { activateAt: null, activateOn: null, byInactivity: false, expireAfterDays: null } as const;
