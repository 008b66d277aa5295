import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

/** A whole number from … to, both included. */
export type CountOf = (from: number, to: number) => number;

/** The same numbers for the same seed. */
export const seededCounts = (seed: number): CountOf => {
  const source = xoroshiro128plus(seed);
  return (from, to) => unsafeUniformIntDistribution(from, to, source);
};
