import type { TierSettings } from '../settings';
import { rankOf, type Tier } from './tiers';

/** Tiers and what they count, as they may become. */
export interface TierPlan {
  readonly tiers: readonly Tier[];
  readonly settings: TierSettings;
}

/** Members that stand alike: the tiers they have now, and what their days hold, measured by the planned tiers. */
export interface Group {
  /** Earned now; the code of a tier that the plan may have left out. */
  readonly earned: string | null;
  readonly granted: string | null;
  /** Rank in the plan that what counts today reaches. */
  readonly reaches: number;
  /** What counts for keeping, against the planned thresholds of the tier that is held. */
  readonly keeps: 'keeps' | 'grace' | 'leaves';
}

export type PlannedKind = 'up' | 'down' | 'gone' | 'stays';

export interface PlannedMove {
  readonly from: string;
  readonly to: string;
  /** `up`: at once; `down`: one step at the window's end unless more comes; `gone`: the tier is left out. */
  readonly kind: PlannedKind;
  readonly inGrace: boolean;
}

/**
 * Where the planned tiers would lead members who stand like this: rises at once, and the step down at the end of a window that
 * held what it holds today. A grant covers what is earned beneath it, as long as its tier stays.
 */
export const plannedMove = (before: readonly Tier[], plan: readonly Tier[], group: Group): PlannedMove => {
  const grantRank = group.granted === null ? -1 : placeIn(before, plan, group.granted);
  const heldRank = group.earned === null ? -1 : placeIn(before, plan, group.earned);
  const wasShown = higherIn(before, group.earned, group.granted);
  const isGone = wasShown !== null && rankOf(plan, wasShown) < 0;
  let rank = Math.max(heldRank, group.reaches, 0);
  const rises = rank > heldRank;
  const steps = !rises && heldRank > 0 && group.keeps !== 'keeps';
  if (steps) rank -= 1;
  const to = plan[Math.max(rank, grantRank)]!.code;
  const from = wasShown ?? plan[0]!.code;
  if (from === to) return { from, to, kind: 'stays', inGrace: false };
  if (isGone) return { from, to, kind: 'gone', inGrace: false };
  return {
    from,
    to,
    kind: rankOf(plan, to) > rankOf(plan, from) ? 'up' : 'down',
    inGrace: steps && group.keeps === 'grace',
  };
};

/** The rank of a tier in the plan; one that is left out counts as the nearest below that stays. */
export const placeIn = (before: readonly Tier[], plan: readonly Tier[], code: string): number => {
  const known = rankOf(plan, code);
  if (known >= 0) return known;
  const lower = before.slice(0, Math.max(0, rankOf(before, code))).findLast((tier) => rankOf(plan, tier.code) >= 0);
  return lower ? rankOf(plan, lower.code) : 0;
};

const higherIn = (tiers: readonly Tier[], a: string | null, b: string | null): string | null =>
  rankOf(tiers, b) > rankOf(tiers, a) ? b : a;
