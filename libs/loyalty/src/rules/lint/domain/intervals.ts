/** One span of numbers, or of texts that sort as they mean (`2026-06-15`, `06-15`). A null end is open to infinity. */
export interface Interval<T extends number | string> {
  readonly low: T | null;
  readonly lowOpen: boolean;
  readonly high: T | null;
  readonly highOpen: boolean;
}

/** A set of values as spans that do not touch each other. */
export type Intervals<T extends number | string> = readonly Interval<T>[];

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

const NEGATIONS: Readonly<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
export const negated = (comparison: Comparison): Comparison => NEGATIONS[comparison];

const MIRRORS: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
/** The same with its sides changed: `3 < x` is `x > 3`. */
export const mirrored = (comparison: Comparison): Comparison => MIRRORS[comparison];

const above = <T extends number | string>(low: T, lowOpen: boolean): Interval<T> => ({
  low,
  lowOpen,
  high: null,
  highOpen: false,
});
const below = <T extends number | string>(high: T, highOpen: boolean): Interval<T> => ({
  low: null,
  lowOpen: false,
  high,
  highOpen,
});

/** All values x with `x comparison value`. */
export const valuesWhere = <T extends number | string>(comparison: Comparison, value: T): Intervals<T> => {
  switch (comparison) {
    case '==':
      return [{ low: value, lowOpen: false, high: value, highOpen: false }];
    case '!=':
      return [below(value, true), above(value, true)];
    case '<':
      return [below(value, true)];
    case '<=':
      return [below(value, false)];
    case '>':
      return [above(value, true)];
    case '>=':
      return [above(value, false)];
  }
};

const isEmpty = <T extends number | string>({ low, lowOpen, high, highOpen }: Interval<T>): boolean =>
  low !== null && high !== null && (low > high || (low === high && (lowOpen || highOpen)));

const both = <T extends number | string>(a: Interval<T>, b: Interval<T>): Interval<T> => {
  const [lower, upper] = [higherStart(a, b), lowerEnd(a, b)];
  return { low: lower.low, lowOpen: lower.lowOpen, high: upper.high, highOpen: upper.highOpen };
};

const higherStart = <T extends number | string>(a: Interval<T>, b: Interval<T>): Interval<T> => {
  if (a.low === null) return b;
  if (b.low === null) return a;
  if (a.low === b.low) return a.lowOpen ? a : b;
  return a.low > b.low ? a : b;
};

const lowerEnd = <T extends number | string>(a: Interval<T>, b: Interval<T>): Interval<T> => {
  if (a.high === null) return b;
  if (b.high === null) return a;
  if (a.high === b.high) return a.highOpen ? a : b;
  return a.high < b.high ? a : b;
};

export const intersection = <T extends number | string>(a: Intervals<T>, b: Intervals<T>): Intervals<T> =>
  a.flatMap((one) => b.map((other) => both(one, other))).filter((interval) => !isEmpty(interval));

export const includes = <T extends number | string>(set: Intervals<T>, value: T): boolean =>
  set.some(
    ({ low, lowOpen, high, highOpen }) =>
      (low === null || (lowOpen ? value > low : value >= low)) &&
      (high === null || (highOpen ? value < high : value <= high)),
  );

/** The same set of whole numbers, with closed ends: `> 4.5` becomes `>= 5`. */
export const ofWholeNumbers = (set: Intervals<number>): Intervals<number> =>
  set
    .map(({ low, lowOpen, high, highOpen }) => ({
      low: low === null ? null : lowOpen ? Math.floor(low) + 1 : Math.ceil(low),
      lowOpen: false,
      high: high === null ? null : highOpen ? Math.ceil(high) - 1 : Math.floor(high),
      highOpen: false,
    }))
    .filter((interval) => !isEmpty(interval));

/** The lower end of all; null when there is none, or nothing at all. */
export const lowest = <T extends number | string>(set: Intervals<T>): T | null =>
  firstOf(
    set.map(({ low }) => low),
    (a, b) => a < b,
  );

export const highest = <T extends number | string>(set: Intervals<T>): T | null =>
  firstOf(
    set.map(({ high }) => high),
    (a, b) => a > b,
  );

const firstOf = <T>(ends: readonly (T | null)[], before: (a: T, b: T) => boolean): T | null =>
  ends.reduce(
    (first, end) => (first === null || end === null ? null : before(end, first) ? end : first),
    ends[0] ?? null,
  );
