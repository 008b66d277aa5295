import type { MemberId, Points } from '@fanloop/kernel';
import type { Day } from './days';

/** The row that is locked whenever points of a member move. */
export interface Account {
  readonly memberId: MemberId;
  /** Spendable now: always Σ remaining of the lots. */
  readonly available: Points;
  /** Earned, not yet usable. */
  readonly pending: Points;
  /** Owed after a refund of spent points. While it is above zero, `available` is zero. */
  readonly debt: Points;
  /** Number of journal entries so far, and the hash of the last. */
  readonly seq: number;
  readonly headHash: string;
  readonly lotCount: number;
  /** A lower bound of the first expiry among lots with something left: what the sweep looks for. */
  readonly nextExpiryAt: Date | null;
  readonly tierCode: string | null;
  readonly tierSince: Date | null;
  /** The day on which the tier was last judged. */
  readonly tierDay: Day;
  /** `MM-DD`, as the member told it. */
  readonly birthday: string | null;
  readonly closedAt: Date | null;
}

/** Points that were earned together and die together. */
export interface Lot {
  readonly lotNo: number;
  readonly earned: Points;
  readonly remaining: Points;
  /** Of `earned`: what expiry took. */
  readonly expired: Points;
  /** Of `earned`: what refunds have taken back (from this lot, from others, as debt or written off). */
  readonly clawedBack: Points;
  readonly activeFrom: Date;
  /** Half-open: usable before this instant. */
  readonly expiresAt: Date | null;
  /** What paid them, for example `purchase:12`. */
  readonly source: string;
}

export type EntryKind = 'earn' | 'activate' | 'spend' | 'return' | 'expire' | 'clawback' | 'adjust';

/** How a journal entry moved one lot. */
export interface LotTouch {
  readonly lot: number;
  readonly points: Points;
}

/** A change of an existing lot; all numbers are differences. */
export interface LotChange {
  readonly lotNo: number;
  readonly remaining: Points;
  readonly expired: Points;
  readonly clawedBack: Points;
  /** A later end, when points came back shortly before it. */
  readonly expiresAt: Date | null;
}

/** One movement of points, decided but not yet written. `points` = `available` − `debt`, as differences. */
export interface Posting {
  readonly kind: EntryKind;
  readonly points: Points;
  readonly available: Points;
  readonly debt: Points;
  readonly touches: readonly LotTouch[];
  readonly newLot: Lot | null;
  readonly changes: readonly LotChange[];
}

/** A journal entry as it is hashed and stored. */
export interface Entry {
  readonly memberId: MemberId;
  readonly seq: number;
  readonly kind: EntryKind;
  readonly points: Points;
  /** available − debt after this entry, taken from the locked account. */
  readonly balanceAfter: Points;
  /** JSON texts are kept byte for byte, because the hash covers them. */
  readonly lots: string;
  readonly reference: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly storeId: string | null;
  readonly trace: string | null;
  /** When it happened in business; `recordedAt` is when it was written. */
  readonly at: Date;
  readonly prevHash: string;
  readonly hash: string;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);
