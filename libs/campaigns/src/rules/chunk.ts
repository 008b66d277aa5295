import type { MemberId } from '@fanloop/kernel';

/** A member of a frozen audience; positions count from 1. */
export interface Seat {
  readonly position: number;
  readonly memberId: MemberId;
}

/** What became of a member: so many coupons, and the code of the refusal where some are missing. */
export interface Given {
  readonly coupons: number;
  readonly refusal: string | null;
}

/** Somebody who did not get all: kept, listed and exported. */
export interface Skip extends Seat {
  readonly reason: string;
  readonly missing: number;
}

/** What each member is to get, and what the first of them has got already. */
export interface Share {
  readonly copies: number;
  readonly carried: number;
}

export interface SettledChunk {
  /** The last position that is dealt with for good. */
  readonly doneTo: number;
  /** Coupons that the member behind it has got: the stock ended in the middle of a share. */
  readonly carried: number;
  readonly issued: number;
  readonly issuedMembers: number;
  readonly skips: readonly Skip[];
  /** The code of what holds the issue; null: it may go on. */
  readonly held: string | null;
}

/** What lies with the member alone. Whatever else the coupons refuse concerns all that follow, and holds the issue. */
const OWN_REASONS: readonly string[] = ['ClaimLimitReached'];

/** What the next day of the brand mends by itself: an issue that it holds goes on then, without a person. */
export const waitsForTomorrow = (held: string | null): boolean => held === 'DayClaimsSpent';

/** How many coupons each seat still asks for. */
export const sharesOf = (seats: readonly Seat[], { copies, carried }: Share): number[] =>
  seats.map((_, i) => copies - (i === 0 ? carried : 0));

/**
 * Adds up a chunk in the order of positions. From the first refusal that concerns everybody on, nobody is dealt with: they
 * keep their places, and a resumed issue goes on with them.
 * @param outside members who are not to get anything, with the reason
 * @param given one answer for each of the others, in order
 */
export const settleChunk = (
  seats: readonly Seat[],
  share: Share,
  outside: ReadonlyMap<MemberId, string>,
  given: readonly Given[],
): SettledChunk => {
  const skips: Skip[] = [];
  const shares = sharesOf(seats, share);
  let [doneTo, issued, issuedMembers, next] = [(seats[0]?.position ?? 1) - 1, 0, 0, 0];
  for (const [i, seat] of seats.entries()) {
    const before = i === 0 ? share.carried : 0;
    const reason = outside.get(seat.memberId);
    const { coupons, refusal }: Given = reason ? { coupons: 0, refusal: reason } : given[next++]!;
    issued += coupons;
    if (coupons > 0 && before === 0) issuedMembers += 1;
    if (refusal !== null && !reason && !OWN_REASONS.includes(refusal))
      return { doneTo, carried: before + coupons, issued, issuedMembers, skips, held: refusal };
    if (refusal !== null) skips.push({ ...seat, reason: refusal, missing: shares[i]! - coupons });
    doneTo = seat.position;
  }
  return { doneTo, carried: 0, issued, issuedMembers, skips, held: null };
};
