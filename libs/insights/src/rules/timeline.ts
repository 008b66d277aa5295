/** One thing that happened to a member. */
export interface Moment {
  readonly at: Date;
  readonly kind: 'purchase' | 'refund' | 'points' | 'coupon' | 'activity' | 'post' | 'tag' | 'tier' | 'profile';
  readonly title: string;
  readonly detail: string;
  readonly amountFen: number | null;
  readonly points: number | null;
  readonly ref: string | null;
}

/**
 * One page of the merged line. Each source gives its own newest `limit` moments before the same instant. Moments at one
 * instant are never torn apart by a page's end, because the next page begins strictly before the last instant.
 */
export const mergeNewestFirst = (
  limit: number,
  sources: readonly (readonly Moment[])[],
): { items: Moment[]; nextBefore: Date | null } => {
  const all = sources.flat().sort((a, b) => b.at.getTime() - a.at.getTime());
  const last = all[limit - 1];
  if (!last) return { items: all, nextBefore: null };
  const items = all.filter((moment) => moment.at >= last.at);
  const more = items.length < all.length || sources.some((source) => source.length >= limit);
  return { items, nextBefore: more ? last.at : null };
};
