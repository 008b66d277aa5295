import type { Fen, Points } from '@fanloop/kernel';

/** When points die. Days are the brand's business days; points die as the named day ends. */
export type ExpiryPolicy =
  | { readonly kind: 'rolling-months'; readonly months: number }
  /** On the next `MM-DD` that is at least `leastDays` away. */
  | { readonly kind: 'fixed-date'; readonly monthDay: string; readonly leastDays: number }
  /** On 31 December, `years` years after the year in which they became usable (0: the same year). */
  | { readonly kind: 'year-end'; readonly years: number }
  | { readonly kind: 'never' }
  /** All of a member's points, so many months after the last purchase or use of points. */
  | { readonly kind: 'inactivity'; readonly months: number };

/**
 * What happens to earned points that a refund takes back after they were spent. `debt`: later earnings pay it off first.
 * `deduct`: their value is taken off the money that is given back. `write-off`: the shopper keeps them, and the journal says so.
 */
export type ClawbackPolicy = 'debt' | 'deduct' | 'write-off';

/** What tiers count, and over which time. */
export interface TierSettings {
  readonly basis: 'tier-points' | 'net-spend' | 'visits';
  readonly window:
    | { readonly kind: 'rolling'; readonly months: number }
    | { readonly kind: 'calendar-year' | 'membership-year' };
  /** How long a member who missed the keep threshold holds the tier after the window's end, warned. */
  readonly graceDays: number;
}

export interface TransferSettings {
  readonly enabled: boolean;
  readonly leastPoints: Points;
  readonly dailyPoints: Points;
  readonly dailyTimes: number;
}

/** The brand's own decisions about its programme; data, changed in the console. */
export interface LoyaltySettings {
  readonly expiry: ExpiryPolicy;
  /** Days until points of a purchase become usable; 0: at once. A rule may say otherwise. */
  readonly pendingDays: number;
  readonly clawbackPolicy: ClawbackPolicy;
  /** Points that come back to a lot that has less time left live at least this many days. */
  readonly returnWindowDays: number;
  /** What 100 points are worth, in fen: for the cost of rules, for budgets in ¥, and for `deduct`. */
  readonly fenPer100Points: Fen;
  readonly tiers: TierSettings;
  readonly transfers: TransferSettings;
  /** Most points that a role may give or take by hand without a second person; a role that is not named may not at all. */
  readonly adjustmentLimits: Readonly<Record<string, Points>>;
  /** So many days before points die the member is told. */
  readonly reminderDays: readonly number[];
}

export const DEFAULT_SETTINGS: LoyaltySettings = {
  expiry: { kind: 'rolling-months', months: 12 },
  pendingDays: 0,
  clawbackPolicy: 'debt',
  returnWindowDays: 30,
  fenPer100Points: 100,
  tiers: { basis: 'tier-points', window: { kind: 'rolling', months: 12 }, graceDays: 30 },
  transfers: { enabled: false, leastPoints: 10, dailyPoints: 1000, dailyTimes: 3 },
  adjustmentLimits: { owner: 10_000, manager: 2_000 },
  reminderDays: [30, 7],
};

export const valueOfPoints = (settings: Pick<LoyaltySettings, 'fenPer100Points'>, points: Points): Fen =>
  Math.floor((points * settings.fenPer100Points) / 100);
