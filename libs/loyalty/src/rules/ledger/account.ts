import type { MemberId, Points } from '@fanloop/kernel';
import type { TierState } from '../tiers/tier-state';

/** The row that is locked whenever points of the member move. */
export interface Account {
  readonly memberId: MemberId;
  /** Spendable now: always Σ remaining of the lots. */
  readonly available: Points;
  /** Earned, not yet usable: always Σ pending of the lots. */
  readonly pending: Points;
  /** Owed after a refund of spent points. While it is above zero, `available` is zero. */
  readonly debt: Points;
  /** Number of journal entries so far, and the hash of the last. */
  readonly seq: number;
  readonly headHash: string;
  readonly lotCount: number;
  /** A lower bound of the first expiry among lots with something left: what the sweep looks for. */
  readonly nextExpiryAt: Date | null;
  /** A lower bound of the first activation among pending lots. */
  readonly nextActivationAt: Date | null;
  /** When lots end that live as long as the member is active; each purchase and each use of points moves it. */
  readonly inactivityEndsAt: Date | null;
  /** The longest life without activity that was promised to those lots: a later edit of the settings never shortens it. */
  readonly inactivityMonths: number | null;
  readonly tier: TierState;
  /** Since when the member has the tier that is shown. */
  readonly tierSince: Date | null;
  /** `MM-DD`, as the member told it. */
  readonly birthday: string | null;
  /** Who invited this member. */
  readonly inviterId: MemberId | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** Points that were earned together and die together. earned = pending + remaining + spent + expired + taken back. */
export interface Lot {
  readonly lotNo: number;
  readonly earned: Points;
  /** Spendable. */
  readonly remaining: Points;
  /** Waiting to become spendable. */
  readonly pending: Points;
  /** Of `earned`: what expiry took. */
  readonly expired: Points;
  /** Of `earned`: what refunds have taken back (from this lot, from others, as debt, from the money or written off). */
  readonly clawedBack: Points;
  /** When pending points become spendable; null: at once, or with the event `activateOn`. */
  readonly activateAt: Date | null;
  readonly activateOn: string | null;
  /** Half-open: usable before this instant. Null: no end. */
  readonly expiresAt: Date | null;
  /** Its end is the account's `inactivityEndsAt`, whatever that is by then; `expiresAt` holds it, or a later one after a return. */
  readonly byInactivity: boolean;
  /** A life of its own, counted from activation; null: as the programme says. */
  readonly expireAfterDays: number | null;
  /** What paid them, for example `purchase:12`. */
  readonly source: string;
  /** Where they were earned. */
  readonly storeId: string | null;
}

export const ENTRY_KINDS = [
  'earn',
  'activate',
  'spend',
  'return',
  'expire',
  'clawback',
  'adjust',
  'transfer-out',
  'transfer-in',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** How a journal entry moved one lot: its spendable points, and its pending ones where they moved. */
export interface LotTouch {
  readonly lot: number;
  readonly points: Points;
  readonly pending?: Points;
}

/** A change of an existing lot; all numbers are differences. */
export interface LotChange {
  readonly lotNo: number;
  readonly remaining: Points;
  readonly pending: Points;
  readonly expired: Points;
  readonly clawedBack: Points;
  /** A later end, when points came back shortly before it, or became usable only now. */
  readonly expiresAt: Date | null;
}

/** One movement of points, decided but not yet written. All numbers are differences; `points` = `available` − `debt`. */
export interface Posting {
  readonly kind: EntryKind;
  readonly points: Points;
  readonly pending: Points;
  readonly available: Points;
  readonly debt: Points;
  readonly touches: readonly LotTouch[];
  readonly newLots: readonly Lot[];
  readonly changes: readonly LotChange[];
}

/** A journal entry as it is hashed and stored. */
export interface Entry {
  readonly memberId: MemberId;
  readonly seq: number;
  readonly kind: EntryKind;
  readonly points: Points;
  /** How the pending points moved. */
  readonly pending: Points;
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

/** A change of nothing, to be filled in. */
export const unchanged = (lotNo: number): LotChange => ({
  lotNo,
  remaining: 0,
  pending: 0,
  expired: 0,
  clawedBack: 0,
  expiresAt: null,
});
