import type { Day } from '../calendar/days';
import type { PackedFacts } from '../judging/trace';
import type { TierSettings } from '../settings';
import { rankOf, type Tier, tierByCode, tierFor } from '../tiers/tiers';
import { countingSpan } from '../tiers/windows';

/** Code, name and multiplier in percent, as traces keep them. */
export type TierFact = PackedFacts['tier'];

/** A member on a day, as the ledger knows it and as it would be under the replayed rules. */
export interface TierQuestion {
  readonly day: Day;
  /** When the member enrolled, for membership years. */
  readonly joined: Day;
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
  (tiers: readonly Tier[], settings: TierSettings): ReplayTiers =>
  ({ day, joined, recorded, atStart, earned, replayed }) => {
    if (settings.basis !== 'tier-points') return recorded;
    const { from, to } = countingSpan(settings, day, joined);
    const sum = replayed(from, to);
    const difference = sum - earned(from, to);
    const known = tierByCode(tiers, recorded?.[0] ?? null);
    const reached = tierFor(tiers, sum);
    if (difference === 0 || !known || !reached) return recorded;
    const rank = (tier: Tier | null): number => rankOf(tiers, tier?.code ?? null);
    if (difference > 0) return rank(reached) > rank(known) ? factOf(reached) : recorded;
    const held = tierByCode(tiers, atStart);
    const floor = held && rank(held) > rank(reached) ? held : reached;
    return rank(floor) < rank(known) ? factOf(floor) : recorded;
  };

const factOf = ({ code, name, multiplierPercent }: Tier): TierFact => [code, name, multiplierPercent];
