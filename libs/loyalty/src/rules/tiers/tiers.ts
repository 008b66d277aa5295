import { formatFen, mulDivFloor, type Points } from '@fanloop/kernel';
import type { Day } from '../calendar/days';

/** A tier as data: thresholds and benefits are the brand's. Lists of tiers are sorted by `atPoints`. */
export interface Tier {
  readonly code: string;
  readonly name: string;
  /** Points earned in the window from which on a member belongs to it. */
  readonly atPoints: Points;
  readonly colour: string;
  /** 150 = one and a half points where a rule multiplies by tier. */
  readonly multiplierPercent: number;
  readonly benefits: readonly string[];
}

/** The highest tier whose threshold is reached. Only EARNED points count, so that spending never costs a tier. */
export const tierFor = (tiers: readonly Tier[], qualifying: Points): Tier | null =>
  tiers.reduce<Tier | null>((best, tier, i) => (i === 0 || qualifying >= tier.atPoints ? tier : best), null);

export const tierByCode = (tiers: readonly Tier[], code: string | null): Tier | null =>
  tiers.find((tier) => tier.code === code) ?? null;

const higher = (a: Tier | null, b: Tier | null): Tier | null => {
  if (!a || !b) return a ?? b;
  return b.atPoints > a.atPoints ? b : a;
};

export interface HeldTier {
  readonly held: Tier | null;
  readonly heldDay: Day;
}

/**
 * The tier of a member on a day. On the day of the last judgement a tier is only gained, never lost; on a later day the
 * window has moved on and decides anew (the nightly sweep does the same); an earlier day (history that is imported late) is judged
 * by its own window.
 */
export const tierOnDay = (
  tiers: readonly Tier[],
  { held, heldDay }: HeldTier,
  day: Day,
  qualifying: Points,
): Tier | null => {
  const qualified = tierFor(tiers, qualifying);
  return day === heldDay ? higher(held, qualified) : qualified;
};

export interface Standing {
  readonly tier: Tier;
  readonly next: { code: string; name: string; atPoints: Points; missingPoints: Points; hint: string } | null;
  readonly progressPercent: number;
}

/** Where a member stands between two tiers. `pointsPerYuan` of the base rule turns missing points into a plain hint. */
export const standingOf = (tiers: readonly Tier[], tier: Tier, qualifying: Points, pointsPerYuan: number): Standing => {
  const next = tiers.find((candidate) => candidate.atPoints > tier.atPoints && candidate.atPoints > qualifying);
  if (!next) return { tier, next: null, progressPercent: 100 };
  const missingPoints = next.atPoints - qualifying;
  const span = next.atPoints - tier.atPoints;
  const progress = Math.max(0, Math.min(99, mulDivFloor(Math.max(0, qualifying - tier.atPoints), 100, span)));
  const { code, name, atPoints } = next;
  return {
    tier,
    next: { code, name, atPoints, missingPoints, hint: hintOf(tier, next, missingPoints, pointsPerYuan) },
    progressPercent: progress,
  };
};

const hintOf = (tier: Tier, next: Tier, missing: Points, pointsPerYuan: number): string => {
  if (pointsPerYuan <= 0) return `再得 ${missing} 分升级${next.name}`;
  const yuan = Math.ceil((missing * 100) / (pointsPerYuan * tier.multiplierPercent));
  return `再消费约 ${formatFen(yuan * 100).replace('.00', '')} 升级${next.name}`;
};
