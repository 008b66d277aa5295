import type { Day } from '../calendar/days';
import { rankOf, type Tier } from './tiers';

/** A tier that was given, to the end of the day `until`. */
export interface TierGrant {
  readonly code: string;
  readonly until: Day;
}

export interface HeldGrant extends TierGrant {
  /** Lower tiers that were given for longer, in the order in which they take over. */
  readonly after?: readonly TierGrant[];
}

/** The tiers as they are, and where members of former ones went. */
export interface KnownTiers {
  readonly tiers: readonly Tier[];
  readonly successors: ReadonlyMap<string, string>;
}

/** The tier of this code or, when it is no more, the one that took over; null when there is none. */
export const currentCode = (code: string | null, { tiers, successors }: KnownTiers): string | null => {
  let current = code;
  // A chain of successors is as short as the brand's changes are many; a circle cannot be saved.
  for (let i = 0; current !== null && rankOf(tiers, current) < 0; i += 1)
    current = i < successors.size ? (successors.get(current) ?? null) : null;
  return current;
};

/**
 * What several grants together give: the highest tier first, then every lower one that outlasts those above it. Null when
 * none is of a tier that is still there.
 */
export const stairOf = (grants: readonly TierGrant[], known: KnownTiers): HeldGrant | null => {
  const steps: TierGrant[] = [];
  const current = grants.flatMap(({ code, until }) => {
    const now = currentCode(code, known);
    return now === null ? [] : [{ code: now, until, rank: rankOf(known.tiers, now) }];
  });
  const sorted = current.sort((a, b) => b.rank - a.rank || (a.until < b.until ? 1 : -1));
  for (const { code, until } of sorted) if (steps.every((step) => step.until < until)) steps.push({ code, until });
  const [first, ...after] = steps;
  if (!first) return null;
  return after.length > 0 ? { ...first, after } : first;
};

/** What is left when the first of them has ended by itself. */
export const nextGrant = ({ after = [] }: HeldGrant): HeldGrant | null => {
  const [first, ...rest] = after;
  if (!first) return null;
  return rest.length > 0 ? { ...first, after: rest } : first;
};
