/** A value as JSON carries it: instants are ISO 8601 text in UTC. */
export type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer E)[]
    ? Wire<E>[]
    : T extends object
      ? { -readonly [K in keyof T]: Wire<T[K]> }
      : T;

/** Turns instants into text, all the way down: what a controller answers. */
export const toWire = <T>(value: T): Wire<T> => {
  if (value instanceof Date) return value.toISOString() as Wire<T>;
  if (Array.isArray(value)) return value.map((item) => toWire(item)) as Wire<T>;
  if (value === null || typeof value !== 'object') return value as Wire<T>;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toWire(inner)])) as Wire<T>;
};
