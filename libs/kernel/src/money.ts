/** Amounts are whole fen (1/100 of the brand's currency unit), points are whole points: integers, never floats. */
export type Fen = number;
export type Points = number;

/** True for a whole number that a double holds exactly. */
export const isWhole = (value: number): boolean => Number.isSafeInteger(value);

/** ¥12.50 for 1250. A negative amount reads −¥12.50. */
export const formatFen = (fen: Fen, symbol = '¥'): string => {
  const whole = Math.abs(fen);
  const yuan = Math.floor(whole / 100);
  const rest = String(whole % 100).padStart(2, '0');
  return `${fen < 0 ? '−' : ''}${symbol}${groupDigits(yuan)}.${rest}`;
};

/** 1,280 for 1280: written by hand because WeChat on Android has no Intl. */
export const formatPoints = (points: Points): string => `${points < 0 ? '−' : ''}${groupDigits(Math.abs(points))}`;

const groupDigits = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/**
 * Splits `total` in proportion to `weights` by the largest remainder, so that the parts sum exactly to `total`.
 * Ties go to the earlier weight. All weights zero: everything goes to the first part.
 * Exact for products beyond 2^53 (BigInt inside; no BigInt literal, because the mini-program is compiled to ES5).
 */
export const splitByLargestRemainder = (total: number, weights: readonly number[]): number[] => {
  if (weights.length === 0) return [];
  const sum = weights.reduce((a, b) => a + BigInt(b), BigInt(0));
  if (sum === BigInt(0)) return weights.map((_, i) => (i === 0 ? total : 0));
  const sign = total < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, part: Number(product / sum), remainder: product % sum };
  });
  let left = Math.abs(total) - shares.reduce((a, s) => a + s.part, 0);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0) break;
    share.part += 1;
    left -= 1;
  }
  return shares.map((share) => (share.part === 0 ? 0 : sign * share.part));
};

/** floor(a × b / c) without losing a digit, for non-negative whole numbers. */
export const mulDivFloor = (a: number, b: number, c: number): number => Number((BigInt(a) * BigInt(b)) / BigInt(c));
