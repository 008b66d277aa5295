import type { Fen, Points } from '@fanloop/kernel';
import type { ClawbackPolicy } from '../settings';
import { type Lot, type LotChange, type LotTouch, type Posting, unchanged } from './account';
import { byExpiry, outgoing, sum, take } from './ledger';

/** What refunds claim of one lot so far, this one included. */
export interface Claim {
  readonly lotNo: number;
  readonly claimed: Points;
}

export interface ShortagePolicy {
  readonly policy: ClawbackPolicy;
  readonly fenPer100Points: Fen;
  /** Money that this refund gives back: no more than that is deducted. */
  readonly refundFen: Fen;
  /** Points that earlier refunds of the purchase took from the money. */
  readonly deductedBefore: Points;
}

export interface Clawback {
  readonly posting: Posting;
  /** What this refund takes back, in whichever way. */
  readonly owed: Points;
  readonly fromPending: Points;
  readonly debtAdded: Points;
  readonly deductedPoints: Points;
  readonly deductedFen: Fen;
  readonly writtenOff: Points;
}

/**
 * Takes back what a purchase had paid, as far as its refunds claim it: first what is still pending, then from its own lots,
 * then from the others by expiry. What was spent meanwhile becomes a debt, is taken from the money or is written off, as the
 * brand decided: never silence. What had already expired is not taken a second time.
 */
export const clawBack = (lots: readonly Lot[], claims: readonly Claim[], shortage: ShortagePolicy): Clawback => {
  const known = new Map(lots.map((lot) => [lot.lotNo, lot]));
  const parts = claims.flatMap(({ lotNo, claimed }) => {
    const lot = known.get(lotNo);
    return lot ? [{ lot, owed: Math.max(0, Math.min(claimed, lot.earned - lot.expired) - lot.clawedBack) }] : [];
  });
  const owed = sum(parts, (part) => part.owed);
  const waiting = parts.flatMap(({ lot, owed: wanted }) => {
    const taken = Math.min(wanted, lot.pending);
    return taken > 0 ? [{ lot: lot.lotNo, points: 0, pending: -taken }] : [];
  });
  const fromPending = -sum(waiting, (touch) => touch.pending);
  const own = new Set(parts.map((part) => part.lot.lotNo));
  const order = [...parts.map((part) => part.lot), ...byExpiry(lots.filter((lot) => !own.has(lot.lotNo)))];
  const spendable = sum(lots, (lot) => lot.remaining);
  const taken = take(order, Math.min(owed - fromPending, spendable));
  const touches = merged([...waiting, ...taken]);
  const short = owed - fromPending + sum(taken, (touch) => touch.points);
  const settled = settleShortage(short, shortage);
  const out = outgoing('clawback', touches);
  const posting = {
    ...out,
    points: out.points - settled.debtAdded,
    debt: settled.debtAdded,
    changes: changesOf(touches, parts),
  };
  return { posting, owed, fromPending, ...settled };
};

/** A shortage in points as debt, money or loss. What exceeds the money of the refund becomes debt. */
export const settleShortage = (
  short: Points,
  { policy, fenPer100Points, refundFen, deductedBefore }: ShortagePolicy,
): Pick<Clawback, 'debtAdded' | 'deductedPoints' | 'deductedFen' | 'writtenOff'> => {
  const nothing = { debtAdded: 0, deductedPoints: 0, deductedFen: 0, writtenOff: 0 };
  if (policy === 'write-off') return { ...nothing, writtenOff: short };
  if (policy === 'debt' || fenPer100Points <= 0) return { ...nothing, debtAdded: short };
  const deductedPoints = Math.min(short, Math.floor((refundFen * 100) / fenPer100Points));
  // Over the whole purchase, so that many small refunds deduct what one would.
  const worth = (points: Points): Fen => Math.floor((points * fenPer100Points) / 100);
  const deductedFen = worth(deductedBefore + deductedPoints) - worth(deductedBefore);
  return {
    ...nothing,
    debtAdded: short - deductedPoints,
    deductedPoints,
    deductedFen: Math.min(deductedFen, refundFen),
  };
};

const merged = (touches: readonly LotTouch[]): LotTouch[] => {
  const byLot = new Map<number, LotTouch>();
  for (const touch of touches) {
    const known = byLot.get(touch.lot);
    byLot.set(touch.lot, known ? { ...touch, ...known, points: known.points + touch.points } : touch);
  }
  return [...byLot.values()];
};

const changesOf = (touches: readonly LotTouch[], parts: readonly { lot: Lot; owed: Points }[]): LotChange[] => {
  const changes = new Map<number, LotChange>();
  for (const { lot, points, pending = 0 } of touches)
    changes.set(lot, { ...unchanged(lot), remaining: points, pending });
  for (const { lot, owed } of parts)
    if (owed > 0) changes.set(lot.lotNo, { ...(changes.get(lot.lotNo) ?? unchanged(lot.lotNo)), clawedBack: owed });
  return [...changes.values()];
};
