import type { MemberId, Points, StoreId } from '@fanloop/kernel';
import type { Day } from '../calendar/days';
import type { RefundSpan } from '../judging/counting';
import type { Paid } from '../judging/paid';

/** What the journal tells of an event that was judged. */
export interface EarnedEntry {
  readonly kind: 'earned';
  readonly memberId: MemberId;
  /** `purchase:12`, `sign-up:7`. */
  readonly reference: string;
  readonly storeId: StoreId | null;
  readonly at: Date;
  /** Usable and pending ones together. */
  readonly points: Points;
  readonly paid: Paid;
  /** It belongs to the period and the stores that are replayed. Any other counts as it was judged. */
  readonly inside: boolean;
}

/** What the journal tells of a refund. */
export interface RefundEntry {
  readonly kind: 'refund';
  readonly memberId: MemberId;
  readonly at: Date;
  /** The business day of the refund; caps and tier points go back to the day of the purchase. */
  readonly day: Day;
  readonly purchase: EarnedEntry;
  readonly span: RefundSpan;
  readonly tierAfter: string | null;
  readonly inside: boolean;
}

/** In the order of the journal's ids, which is the order in which caps, budgets and tiers were counted. */
export type ReplayEntry = EarnedEntry | RefundEntry;
