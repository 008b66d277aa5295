/** What happens to earned points that a refund takes back after they were spent. */
export type ClawbackPolicy = 'debt' | 'write-off';

/** The brand's own decisions about its programme; data, changed in the database. */
export interface LoyaltySettings {
  /** Points live to the end of the day this many months after they were earned. */
  readonly expiryMonths: number;
  /** `debt`: later earnings pay it off first. `write-off`: the shopper keeps them, and the journal says so. */
  readonly clawbackPolicy: ClawbackPolicy;
  /** Tiers count the points earned in this many months up to today. */
  readonly tierWindowMonths: number;
  /** Points that come back to a lot that has less time left live at least this many days. */
  readonly returnWindowDays: number;
}

export const DEFAULT_SETTINGS: LoyaltySettings = {
  expiryMonths: 12,
  clawbackPolicy: 'debt',
  tierWindowMonths: 12,
  returnWindowDays: 30,
};
