import type { Points } from '@fanloop/kernel';
import type { Account, Lot, LotChange, LotTouch, Posting } from './account';
import { refuse } from './refusals';
import type { ClawbackPolicy } from './settings';

export interface Credit {
  readonly points: Points;
  readonly at: Date;
  readonly expiresAt: Date | null;
  readonly source: string;
}

/** Points come in as one new lot; an open debt is paid from them first. Zero points make an entry without a lot. */
export const earn = (account: Account, credit: Credit, kind: 'earn' | 'adjust' = 'earn'): Posting => {
  assertWhole(credit.points);
  const paid = Math.min(account.debt, credit.points);
  const left = credit.points - paid;
  const lotNo = account.lotCount + 1;
  const newLot: Lot | null =
    credit.points === 0
      ? null
      : {
          lotNo,
          earned: credit.points,
          remaining: left,
          expired: 0,
          clawedBack: 0,
          activeFrom: credit.at,
          expiresAt: credit.expiresAt,
          source: credit.source,
        };
  const touches = left > 0 ? [{ lot: lotNo, points: left }] : [];
  return { kind, points: credit.points, available: left, debt: -paid, touches, newLot, changes: [] };
};

/** Takes points out, first from the lot that expires first. Lots that have expired must be gone already (`expire`). */
export const spend = (
  account: Account,
  lots: readonly Lot[],
  points: Points,
  kind: 'spend' | 'adjust' = 'spend',
): Posting => {
  if (!Number.isSafeInteger(points) || points <= 0) throw refuse('PointsNotPositive');
  if (points > account.available) throw refuse('PointsNotEnough', { available: account.available, points });
  const touches = take(byExpiry(lots), points);
  return { ...outgoing(kind, touches), changes: touches.map((touch) => change(touch.lot, touch.points)) };
};

/** What is left in lots whose time is over at `now` dies; what was spent before is not asked for again. */
export const expire = (lots: readonly Lot[], now: Date): Posting | null => {
  const due = byExpiry(lots).filter((lot) => lot.remaining > 0 && lot.expiresAt !== null && lot.expiresAt <= now);
  return due.length === 0 ? null : forfeit(due);
};

/** All that is left dies, whatever its end: an account is closed. */
export const forfeit = (lots: readonly Lot[]): Posting | null => {
  const open = byExpiry(lots).filter((lot) => lot.remaining > 0);
  if (open.length === 0) return null;
  const touches = open.map((lot) => ({ lot: lot.lotNo, points: -lot.remaining }));
  const changes = open.map((lot) => ({ ...change(lot.lotNo, -lot.remaining), expired: lot.remaining }));
  return { ...outgoing('expire', touches), changes };
};

/**
 * Spent points come back into the lots they came from, after an open debt is paid. A lot with less time left than
 * `keepUntil` lives until then, so that nobody gets points back that die the same night.
 */
export const giveBack = (
  account: Account,
  lots: readonly Lot[],
  spent: readonly LotTouch[],
  keepUntil: Date,
): Posting => {
  const known = new Map(lots.map((lot) => [lot.lotNo, lot]));
  const total = spent.reduce((sum, touch) => sum - touch.points, 0);
  const paid = Math.min(account.debt, total);
  let toDebt = paid;
  const touches: LotTouch[] = [];
  const changes: LotChange[] = [];
  for (const touch of spent) {
    const lot = known.get(touch.lot);
    if (!lot) throw refuse('SpendMissing');
    const part = Math.min(toDebt, -touch.points);
    toDebt -= part;
    const back = -touch.points - part;
    if (back === 0) continue;
    touches.push({ lot: lot.lotNo, points: back });
    const short = lot.expiresAt !== null && lot.expiresAt < keepUntil;
    changes.push({ ...change(lot.lotNo, back), expiresAt: short ? keepUntil : null });
  }
  return { kind: 'return', points: total, available: total - paid, debt: -paid, touches, newLot: null, changes };
};

export interface Clawback {
  readonly posting: Posting;
  /** How many points the refunded purchase had given and still stands for. */
  readonly owed: Points;
  readonly debtAdded: Points;
  readonly writtenOff: Points;
}

/**
 * Takes back what a refunded purchase had paid: first from its own lots, then from the others by expiry. What was
 * spent meanwhile becomes a debt or is written off, as the brand decided: never silence. What had already expired is not
 * taken a second time.
 */
export const clawBack = (lots: readonly Lot[], source: string, policy: ClawbackPolicy): Clawback => {
  const own = lots.filter((lot) => lot.source === source);
  const parts = own.map((lot) => ({ lot, owed: Math.max(0, lot.earned - lot.expired - lot.clawedBack) }));
  const owed = parts.reduce((sum, part) => sum + part.owed, 0);
  const others = byExpiry(lots.filter((lot) => lot.source !== source));
  const touches = take([...own, ...others], Math.min(owed, sumOf(lots)));
  const short = owed - touches.reduce((sum, touch) => sum - touch.points, 0);
  const debtAdded = policy === 'debt' ? short : 0;
  const changes = new Map(touches.map((touch) => [touch.lot, change(touch.lot, touch.points)]));
  for (const { lot, owed: clawedBack } of parts)
    changes.set(lot.lotNo, { ...(changes.get(lot.lotNo) ?? change(lot.lotNo, 0)), clawedBack });
  const out = outgoing('clawback', touches);
  const posting = { ...out, points: out.points - debtAdded, debt: debtAdded, changes: [...changes.values()] };
  return { posting, owed, debtAdded, writtenOff: short - debtAdded };
};

/** Lots in the order in which they are spent: the first end first, the older lot on a tie, those without an end last. */
export const byExpiry = (lots: readonly Lot[]): Lot[] =>
  [...lots].sort((a, b) => endOf(a) - endOf(b) || a.lotNo - b.lotNo);

const endOf = (lot: Lot): number => lot.expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

const sumOf = (lots: readonly Lot[]): Points => lots.reduce((sum, lot) => sum + lot.remaining, 0);

const take = (lots: readonly Lot[], points: Points): LotTouch[] => {
  let left = points;
  const touches: LotTouch[] = [];
  for (const lot of lots) {
    const part = Math.min(left, lot.remaining);
    if (part > 0) touches.push({ lot: lot.lotNo, points: -part });
    left -= part;
  }
  if (left > 0) throw new Error(`the lots hold ${points - left} points, ${points} were to be taken`);
  return touches;
};

const outgoing = (kind: Posting['kind'], touches: readonly LotTouch[]): Posting => {
  const points = touches.reduce((sum, touch) => sum + touch.points, 0);
  return { kind, points, available: points, debt: 0, touches, newLot: null, changes: [] };
};

const change = (lotNo: number, remaining: Points): LotChange => ({
  lotNo,
  remaining,
  expired: 0,
  clawedBack: 0,
  expiresAt: null,
});

const assertWhole = (points: Points): void => {
  if (!Number.isSafeInteger(points) || points < 0) throw refuse('PointsNotPositive');
};
