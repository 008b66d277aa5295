import type { Fen, StoreId } from '@fanloop/kernel';

/** Where and on what a coupon counts; `null` means everywhere, everything. */
export interface Scope {
  readonly stores: readonly StoreId[] | null;
  readonly categories: readonly string[] | null;
}

/** Instants are ISO 8601 UTC text (terms are stored as JSON); `until` is the first instant that no longer counts. */
export type Validity =
  | { readonly kind: 'fixed'; readonly from: string; readonly until: string }
  | { readonly kind: 'days'; readonly days: number };

/**
 * What a coupon promises. A template's terms are versioned and a version never changes: a coupon names the version that
 * it was claimed under, and no later edit reaches it. Further kinds are further members of this union.
 */
export interface CouponTerms {
  readonly kind: 'cash';
  readonly name: string;
  readonly amountFen: Fen;
  /** Compared with the sum of the ELIGIBLE lines. 0: none. */
  readonly thresholdFen: Fen;
  readonly scope: Scope;
  readonly validity: Validity;
  /** A coupon that comes back by a refund is usable for at least so many days more, once; 0: as long as it was. */
  readonly returnGraceDays: number;
}

export type CouponState = 'claimed' | 'locked' | 'redeemed' | 'expired' | 'void';
export type TemplateStatus = 'active' | 'paused' | 'ended';

/** The first instant of the day that lies `days` days after the day of `at`, in the brand's zone. */
export type StartOfDayAfter = (at: Date, days: number) => Date;
