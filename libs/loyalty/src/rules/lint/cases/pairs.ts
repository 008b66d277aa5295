import { isConflict, isUnderstood, meetCases } from './case';
import { type Analysed, bothWindows, type Context, isPossible, outsideOf } from './rule-cases';

/** Asked by the same event. Schedules fire each for itself. */
export const sameEvent = ({ draft: a }: Analysed, { draft: b }: Analysed): boolean =>
  a.trigger === b.trigger && (a.trigger !== 'custom' || a.customEvent === b.customEvent);

/** In one and the same judgement, so that stacking and exclusion work between them. */
export const judgedTogether = (a: Analysed, b: Analysed): boolean => a.draft.trigger !== 'schedule' && sameEvent(a, b);

/** Whenever `inner` holds, `outer` holds as well. False when this cannot be said. */
export const covers = (outer: Analysed, inner: Analysed, context: Context): boolean => {
  if (!sameEvent(outer, inner) || !lastsAsLong(outer, inner)) return false;
  if (inner.cases === null || outer.opposite.cases === null) return false;
  const outside = [...outer.opposite.cases, ...outsideOf(outer.draft)];
  return inner.cases.every((one) =>
    outside.every((other) => {
      const both = meetCases(one, other);
      return isConflict(both) || !isPossible(both, inner.window, context);
    }),
  );
};

const lastsAsLong = (outer: Analysed, inner: Analysed): boolean =>
  (outer.from === null || (inner.from !== null && outer.from <= inner.from)) &&
  (outer.until === null || (inner.until !== null && outer.until >= inner.until));

/** Both hold at once in some case. False when this cannot be said for certain. */
export const overlap = (a: Analysed, b: Analysed, context: Context): boolean => {
  if (!sameEvent(a, b) || !meetInTime(a, b)) return false;
  const window = bothWindows(a.window, b.window);
  return (a.cases ?? []).some((one) =>
    (b.cases ?? []).some((other) => {
      const both = meetCases(one, other);
      return !isConflict(both) && isUnderstood(both) && isPossible(both, window, context);
    }),
  );
};

export const meetInTime = (a: Analysed, b: Analysed): boolean =>
  (a.from === null || b.until === null || a.from < b.until) &&
  (b.from === null || a.until === null || b.from < a.until);
