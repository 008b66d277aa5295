import type { Points } from '@fanloop/kernel';
import type { TierSettings } from '../settings';

export interface CouponGift {
  readonly templateId: string;
  readonly count: number;
}

/** What a tier hands out, as data: what acts on it are nightly jobs, never code for one tier. */
export interface TierBenefits {
  readonly monthlyCoupons: readonly CouponGift[];
  readonly birthdayGift: { readonly points?: Points; readonly couponTemplateId?: string } | null;
  /** Seats of activities are offered to these members first. */
  readonly prioritySeats: boolean;
  /** Further promises in the brand's words. */
  readonly texts: readonly string[];
}

/**
 * A tier as data: thresholds and benefits are the brand's. Thresholds are in the unit of the basis: tier points, fen, or visits.
 * Lists of tiers are sorted by `enterAt`; the first one starts at 0.
 */
export interface Tier {
  readonly code: string;
  readonly name: string;
  readonly colour: string;
  /** From here on a member rises, at once. */
  readonly enterAt: number;
  /** From here on the tier is kept for another window. At most `enterAt`. */
  readonly keepAt: number;
  /** Below it the tier is lost without a grace period. At most `keepAt`. */
  readonly leaveAt: number;
  /** 150 = one and a half points where a rule multiplies by tier. */
  readonly multiplierPercent: number;
  readonly benefits: TierBenefits;
}

export const NO_BENEFITS: TierBenefits = { monthlyCoupons: [], birthdayGift: null, prioritySeats: false, texts: [] };

export type TierBasis = TierSettings['basis'];

/** The highest tier whose `enterAt` is reached. What counts is earned in a window, never the balance: spending costs no tier. */
export const tierFor = (tiers: readonly Tier[], qualifying: number): Tier | null =>
  tiers.reduce<Tier | null>((best, tier, i) => (i === 0 || qualifying >= tier.enterAt ? tier : best), null);

export const tierByCode = (tiers: readonly Tier[], code: string | null): Tier | null =>
  tiers.find((tier) => tier.code === code) ?? null;

/** Place in the list, 0 = first; −1 for null and for a tier that is no more. */
export const rankOf = (tiers: readonly Tier[], code: string | null): number =>
  tiers.findIndex((tier) => tier.code === code);

export const higherCode = (tiers: readonly Tier[], a: string | null, b: string | null): string | null =>
  rankOf(tiers, b) > rankOf(tiers, a) ? b : a;
