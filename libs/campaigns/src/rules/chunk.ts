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

export interface SettledChunk {
  /** The last position that is dealt with for good. */
  readonly doneTo: number;
  readonly issued: number;
  readonly issuedMembers: number;
  readonly skips: readonly Skip[];
  /** The code of what holds the issue; null: it may go on. */
  readonly held: string | null;
}

/** What lies with the member alone. Whatever else the coupons refuse concerns all that follow, and holds the issue. */
const OWN_REASONS: readonly string[] = ['ClaimLimitReached'];

/**
 * Adds up a chunk in the order of positions. From the first refusal that concerns everybody on, nobody is dealt with: they
 * keep their places, and a resumed issue goes on with them.
 * @param outside members who are not to get anything, with the reason
 * @param given one answer for each of the others, in order
 */
export const settleChunk = (
  seats: readonly Seat[],
  copies: number,
  outside: ReadonlyMap<MemberId, string>,
  given: readonly Given[],
): SettledChunk => {
  const skips: Skip[] = [];
  let [doneTo, issued, issuedMembers, next] = [(seats[0]?.position ?? 1) - 1, 0, 0, 0];
  for (const seat of seats) {
    const reason = outside.get(seat.memberId);
    const { coupons, refusal }: Given = reason ? { coupons: 0, refusal: reason } : given[next++]!;
    if (refusal !== null && !reason && !OWN_REASONS.includes(refusal))
      return { doneTo, issued, issuedMembers, skips, held: refusal };
    if (refusal !== null) skips.push({ ...seat, reason: refusal, missing: copies - coupons });
    if (coupons > 0) issuedMembers += 1;
    issued += coupons;
    doneTo = seat.position;
  }
  return { doneTo, issued, issuedMembers, skips, held: null };
};
