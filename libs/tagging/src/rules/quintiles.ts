/** The four values that part a population into fifths: a value belongs above a boundary when it is greater. */
export type Boundaries = readonly [number, number, number, number];

export type Score = 1 | 2 | 3 | 4 | 5;

/**
 * Boundaries at the 20th, 40th, 60th and 80th percentile (nearest rank). They are values, not positions, so members with
 * equal values always get equal scores; a population of few distinct values has fewer scores, never torn ties.
 */
export const quintileBoundaries = (values: readonly number[]): Boundaries => {
  if (values.length === 0) return [0, 0, 0, 0];
  const sorted = Float64Array.from(values).sort();
  const at = (percent: number): number => sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]!;
  return [at(20), at(40), at(60), at(80)];
};

/** 1 (lowest fifth) to 5 (highest). */
export const scoreOf = (value: number, boundaries: Boundaries): Score => {
  let score = 1;
  for (const boundary of boundaries) if (value > boundary) score += 1;
  return score as Score;
};
