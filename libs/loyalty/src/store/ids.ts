import type { MemberId } from '@fanloop/kernel';

/** Ascending by number, each once: the order in which account rows are locked everywhere. */
export const ascending = (ids: Iterable<MemberId>): MemberId[] =>
  [...new Set(ids)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
