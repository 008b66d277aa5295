import type { LineFilter } from '../../judging/rule';
import { filterKey } from '../domain/world';

/** Every line that `inner` looks at is one that `outer` looks at. False when this cannot be said. */
export const filterCovers = (outer: LineFilter | null, inner: LineFilter | null): boolean => {
  if (outer === null) return true;
  if (inner === null) return false;
  if (filterKey(outer) === filterKey(inner)) return true;
  const holds = (all: readonly string[], some: readonly string[]): boolean => some.every((one) => all.includes(one));
  if (!outer.except && !inner.except) return holds(outer.categories, inner.categories) && holds(outer.skus, inner.skus);
  if (outer.except && inner.except) return holds(inner.categories, outer.categories) && holds(inner.skus, outer.skus);
  return false;
};

/** Some line is looked at by both. False when this cannot be said: nobody knows here which SKU is of which category. */
export const filtersMeet = (a: LineFilter | null, b: LineFilter | null): boolean => {
  if (a === null || b === null || (a.except && b.except)) return true;
  if (a.except) return filtersMeet(b, a);
  if (!b.except) return shares(a.categories, b.categories) || shares(a.skus, b.skus);
  // These lines, and all but those: a category that is not left out, unless single SKUs of it may be.
  if (a.categories.some((category) => !b.categories.includes(category))) return true;
  return b.categories.length === 0 && a.skus.some((sku) => !b.skus.includes(sku));
};

const shares = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));
