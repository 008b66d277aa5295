/** Since when the sweep has seen a rule active without a break, and when it looked last. */
export interface Watched {
  readonly since: Date;
  readonly seenAt: Date;
}

/** A sweep that comes every minute was away when it did not look for so long. */
const AWAY_MS = 10 * 60_000;

/**
 * The moment from which a clock rule may fire: what lay before it is not made up for. A rule seen for the first time counts
 * from its last change; one that was changed while no sweep was watching counts from that change, because it may have been
 * paused in between.
 */
export const activeSince = (watched: Watched | null, changedAt: Date, now: Date): Date => {
  if (!watched) return changedAt < now ? changedAt : now;
  const away = now.getTime() - watched.seenAt.getTime() > AWAY_MS;
  return away && changedAt > watched.seenAt ? changedAt : watched.since;
};
