import type { Points } from '@fanloop/kernel';
import { refuse } from '../refusals';
import { type Account, type Lot, type LotChange, type LotTouch, type Posting, unchanged } from './account';

/** Points that come in as one lot. */
export interface Credit {
  readonly points: Points;
  /** A future instant, or the name of an event, makes them pending. */
  readonly activateAt: Date | null;
  readonly activateOn: string | null;
  readonly expiresAt: Date | null;
  readonly byInactivity: boolean;
  readonly expireAfterDays: number | null;
  readonly source: string;
  readonly storeId: string | null;
}

const isPending = (credit: Credit): boolean => credit.activateAt !== null || credit.activateOn !== null;

/**
 * Points come in, each credit as one new lot; an open debt is paid first, from those that are usable at once. No points
 * at all make an entry without a lot.
 */
export const earn = (
  account: Account,
  credits: readonly Credit[],
  kind: 'earn' | 'adjust' | 'transfer-in' = 'earn',
): Posting => {
  for (const credit of credits)
    if (!Number.isSafeInteger(credit.points) || credit.points < 0) throw refuse('PointsNotPositive');
  let debt = account.debt;
  let lotNo = account.lotCount;
  const newLots: Lot[] = [];
  const touches: LotTouch[] = [];
  for (const credit of credits) {
    if (credit.points === 0) continue;
    lotNo += 1;
    const waits = isPending(credit);
    const paid = waits ? 0 : Math.min(debt, credit.points);
    debt -= paid;
    const left = waits ? 0 : credit.points - paid;
    newLots.push({ ...lotOf(credit, lotNo), remaining: left, pending: waits ? credit.points : 0 });
    if (waits) touches.push({ lot: lotNo, points: 0, pending: credit.points });
    else if (left > 0) touches.push({ lot: lotNo, points: left });
  }
  const paid = account.debt - debt;
  const pending = sum(newLots, (lot) => lot.pending);
  const points = sum(credits, (credit) => credit.points) - pending;
  return { kind, points, pending, available: points - paid, debt: -paid, touches, newLots, changes: [] };
};

const lotOf = (credit: Credit, lotNo: number): Lot => ({
  lotNo,
  earned: credit.points,
  remaining: 0,
  pending: 0,
  expired: 0,
  clawedBack: 0,
  activateAt: credit.activateAt,
  activateOn: credit.activateOn,
  expiresAt: credit.expiresAt,
  byInactivity: credit.byInactivity,
  expireAfterDays: credit.expireAfterDays,
  source: credit.source,
  storeId: credit.storeId,
});

/** Pending points of these lots become spendable; an open debt is paid first. `endOf`: a later end for lots without one yet. */
export const activate = (account: Account, lots: readonly Lot[], endOf: (lot: Lot) => Date | null): Posting | null => {
  const waiting = lots.filter((lot) => lot.pending > 0);
  if (waiting.length === 0) return null;
  let debt = account.debt;
  const changes: LotChange[] = [];
  const touches: LotTouch[] = [];
  for (const lot of waiting) {
    const paid = Math.min(debt, lot.pending);
    debt -= paid;
    const left = lot.pending - paid;
    touches.push({ lot: lot.lotNo, points: left, pending: -lot.pending });
    changes.push({ ...unchanged(lot.lotNo), remaining: left, pending: -lot.pending, expiresAt: endOf(lot) });
  }
  const points = sum(waiting, (lot) => lot.pending);
  const paid = account.debt - debt;
  return {
    kind: 'activate',
    points,
    pending: -points,
    available: points - paid,
    debt: -paid,
    touches,
    newLots: [],
    changes,
  };
};

/** Lots whose time to become usable has come. */
export const dueForActivation = (lots: readonly Lot[], now: Date): Lot[] =>
  lots
    .filter((lot) => lot.pending > 0 && lot.activateAt !== null && lot.activateAt <= now)
    .sort((a, b) => a.activateAt!.getTime() - b.activateAt!.getTime() || a.lotNo - b.lotNo);

/** Takes points out, first from the lot that expires first. Lots that have expired must be gone already (`expire`). */
export const spend = (
  account: Account,
  lots: readonly Lot[],
  points: Points,
  kind: 'spend' | 'adjust' | 'transfer-out' = 'spend',
): Posting => {
  if (!Number.isSafeInteger(points) || points <= 0) throw refuse('PointsNotPositive');
  if (points > account.available) throw refuse('PointsNotEnough', { available: account.available, points });
  const touches = take(byExpiry(lots), points);
  return {
    ...outgoing(kind, touches),
    changes: touches.map(({ lot, points: taken }) => ({ ...unchanged(lot), remaining: taken })),
  };
};

/** What is left in lots whose time is over at `now` dies; what was spent before is not asked for again. */
export const expire = (lots: readonly Lot[], now: Date): Posting | null => {
  const due = byExpiry(lots).filter((lot) => lot.remaining > 0 && lot.expiresAt !== null && lot.expiresAt <= now);
  return due.length === 0 ? null : dying(due, false);
};

/** All that is left dies, also what is pending: an account is closed. */
export const forfeit = (lots: readonly Lot[]): Posting | null => {
  const open = byExpiry(lots).filter((lot) => lot.remaining > 0 || lot.pending > 0);
  return open.length === 0 ? null : dying(open, true);
};

const dying = (lots: readonly Lot[], withPending: boolean): Posting => {
  const pendingOf = (lot: Lot): Points => (withPending ? lot.pending : 0);
  const touches = lots.map((lot) => ({
    lot: lot.lotNo,
    points: lot.remaining === 0 ? 0 : -lot.remaining,
    ...(pendingOf(lot) > 0 ? { pending: -pendingOf(lot) } : {}),
  }));
  const changes = lots.map((lot) => ({
    ...unchanged(lot.lotNo),
    remaining: -lot.remaining,
    pending: -pendingOf(lot),
    expired: lot.remaining + pendingOf(lot),
  }));
  return { ...outgoing('expire', touches), changes };
};

/**
 * A part of spent points comes back into the lots they came from, after an open debt is paid. `returned` had come back before:
 * the lots are filled in the opposite order of spending (the longest life first), so that any sequence of parts ends as one
 * whole return does. A lot with less time left than `keepUntil` lives until then, so that nobody gets points back that die
 * the same night.
 */
export const giveBack = (
  account: Account,
  lots: readonly Lot[],
  spent: readonly LotTouch[],
  part: { readonly returned: Points; readonly points: Points; readonly keepUntil: Date },
): Posting => {
  const { points, keepUntil } = part;
  const total = -sum(spent, (touch) => touch.points);
  if (!Number.isSafeInteger(points) || points <= 0) throw refuse('PointsNotPositive');
  if (part.returned + points > total) throw refuse('ReturnTooMuch', { left: total - part.returned, points });
  const known = new Map(lots.map((lot) => [lot.lotNo, lot]));
  const paid = Math.min(account.debt, points);
  let toDebt = paid;
  const touches: LotTouch[] = [];
  const changes: LotChange[] = [];
  for (const { lot: lotNo, points: here } of comesBack(spent, part)) {
    const lot = known.get(lotNo);
    if (!lot) throw refuse('SpendMissing');
    const forDebt = Math.min(toDebt, here);
    toDebt -= forDebt;
    const back = here - forDebt;
    if (back === 0) continue;
    touches.push({ lot: lot.lotNo, points: back });
    const short = lot.expiresAt !== null && lot.expiresAt < keepUntil;
    changes.push({ ...unchanged(lot.lotNo), remaining: back, expiresAt: short ? keepUntil : null });
  }
  return { kind: 'return', points, pending: 0, available: points - paid, debt: -paid, touches, newLots: [], changes };
};

/** The part of a spending by the lots it had come from, the longest life first. Of it, what pays a debt does not reach its lot. */
export const comesBack = (
  spent: readonly LotTouch[],
  part: { readonly returned: Points; readonly points: Points },
): LotTouch[] => {
  let skip = part.returned;
  let left = part.points;
  return [...spent].reverse().flatMap(({ lot, points }) => {
    const before = Math.min(skip, -points);
    skip -= before;
    const here = Math.min(left, -points - before);
    left -= here;
    return here > 0 ? [{ lot, points: here }] : [];
  });
};

/** Lots in the order in which they are spent: the first end first, the older lot on a tie, those without an end last. */
export const byExpiry = (lots: readonly Lot[]): Lot[] =>
  [...lots].sort((a, b) => endOf(a) - endOf(b) || a.lotNo - b.lotNo);

const endOf = (lot: Lot): number => lot.expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

export const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** Takes spendable points from lots in the order given. */
export const take = (lots: readonly Lot[], points: Points): LotTouch[] => {
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

/** A posting that only takes. */
export const outgoing = (kind: Posting['kind'], touches: readonly LotTouch[]): Posting => {
  const points = sum(touches, (touch) => touch.points);
  const pending = sum(touches, (touch) => touch.pending ?? 0);
  return { kind, points, pending, available: points, debt: 0, touches, newLots: [], changes: [] };
};
