import { type Day, windowStart } from '../calendar/days';
import type { PackedFacts } from '../judging/trace';
import type { TierSettings } from '../settings';
import { type Tier, tierByCode, tierFor } from '../tiers/tiers';

/** Code, name and multiplier in percent, as traces keep them. */
export type TierFact = PackedFacts['tier'];

/** A member on a day, as the ledger knows it and as it would be under the replayed rules. */
export interface TierQuestion {
  readonly day: Day;
  /** What the ledger said. */
  readonly recorded: TierFact;
  /** What the ledger said at the member's first event of the replay. */
  readonly atStart: string | null;
  /** Tier points from … to, both included: really earned, and under the replayed rules. */
  readonly earned: (from: Day, to: Day) => number;
  readonly replayed: (from: Day, to: Day) => number;
}

/** All that a replay asks of the tiers. */
export type ReplayTiers = (question: TierQuestion) => TierFact;

/**
 * As recorded while the tier points that count are those of the ledger: whatever made that tier (a grant, a grace, a window's end)
 * is then right here too. With more of them a member rises to the tier that they reach; with fewer, a rise within the replay is undone as
 * far as they do not reach it. What a member held before the replay is never lost by it: windows end by the calendar, not by rules.
 */
export const tiersByThreshold =
  (tiers: readonly Tier[], { basis, window }: TierSettings): ReplayTiers =>
  ({ day, recorded, atStart, earned, replayed }) => {
    if (basis !== 'tier-points') return recorded;
    const from = windowStart(day, window.kind === 'rolling' ? window.months : 12);
    const sum = replayed(from, day);
    const difference = sum - earned(from, day);
    const known = tierByCode(tiers, recorded?.[0] ?? null);
    const reached = tierFor(tiers, sum);
    if (difference === 0 || !known || !reached) return recorded;
    if (difference > 0) return rank(tiers, reached) > rank(tiers, known) ? factOf(reached) : recorded;
    const held = tierByCode(tiers, atStart);
    const floor = held && rank(tiers, held) > rank(tiers, reached) ? held : reached;
    return rank(tiers, floor) < rank(tiers, known) ? factOf(floor) : recorded;
  };

const rank = (tiers: readonly Tier[], tier: Tier): number => tiers.indexOf(tier);

const factOf = ({ code, name, multiplierPercent }: Tier): TierFact => [code, name, multiplierPercent];
