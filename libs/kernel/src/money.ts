/** Amounts are whole fen (1/100 of the brand's currency unit), points are whole points: integers, never floats. */
export type Fen = number;
export type Points = number;

/** True for a whole number that a double holds exactly. */
export const isWhole = (value: number): boolean => Number.isSafeInteger(value);

/** True for a whole number from `least` to `most`, both included. */
export const isWholeWithin = (value: number, least: number, most: number): boolean =>
  isWhole(value) && value >= least && value <= most;

/** ¥12.50 for 1250. A negative amount reads −¥12.50. */
export const formatFen = (fen: Fen, symbol = '¥'): string => {
  const whole = Math.abs(fen);
  const yuan = Math.floor(whole / 100);
  const rest = String(whole % 100).padStart(2, '0');
  return `${fen < 0 ? '−' : ''}${symbol}${groupDigits(yuan)}.${rest}`;
};

/** 1,280 for 1280: written by hand because WeChat on Android has no Intl. */
export const formatPoints = (points: Points): string => `${points < 0 ? '−' : ''}${groupDigits(Math.abs(points))}`;

const groupDigits = (value: number): string => {
  if (value < 1000) return String(value);
  const rest = value % 1000;
  return `${groupDigits((value - rest) / 1000)},${rest < 100 ? String(rest).padStart(3, '0') : rest}`;
};

/**
 * Splits `total` in proportion to `weights` by the largest remainder, so that the parts sum exactly to `total`.
 * Ties go to the earlier weight. All weights zero: everything goes to the first part.
 * Exact for products beyond 2^53 (BigInt inside; no BigInt literal, because the mini-program is compiled to ES5).
 */
export const splitByLargestRemainder = (total: number, weights: readonly number[]): number[] => {
  let [sum, heaviest] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    if (weight > heaviest) heaviest = weight;
  }
  if (sum === 0) return weights.map((_, i) => (i === 0 ? total : 0));
  const whole = Math.abs(total);
  // Within 2^53 plain numbers are exact, and many times faster.
  const parts = isWhole(whole * heaviest) && isWhole(sum) ? sharesOf(whole, weights, sum) : bigSharesOf(whole, weights);
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
};

const sharesOf = (whole: number, weights: readonly number[], sum: number): number[] => {
  const parts: number[] = [];
  const remainders: number[] = [];
  let left = whole;
  for (const weight of weights) {
    const remainder = (whole * weight) % sum;
    const part = (whole * weight - remainder) / sum;
    parts.push(part);
    remainders.push(remainder);
    left -= part;
  }
  // Baskets are short: looking for the largest remainder again and again is faster than sorting them.
  for (; left > 0; left -= 1) {
    let largest = 0;
    for (let i = 1; i < remainders.length; i += 1) if (remainders[i]! > remainders[largest]!) largest = i;
    parts[largest]! += 1;
    remainders[largest] = -1;
  }
  return parts;
};

const bigSharesOf = (whole: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((a, b) => a + BigInt(b), BigInt(0));
  const products = weights.map((weight) => BigInt(whole) * BigInt(weight));
  const remainders = products.map((product) => product % sum);
  const parts = products.map((product) => Number(product / sum));
  const left = whole - parts.reduce((a, part) => a + part, 0);
  const byRemainder = parts
    .map((_, i) => i)
    .sort((a, b) => (remainders[a] === remainders[b] ? a - b : remainders[a]! > remainders[b]! ? -1 : 1));
  for (const index of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
};

/** floor(a × b / c) without losing a digit, for non-negative whole numbers. */
export const mulDivFloor = (a: number, b: number, c: number): number => {
  const product = a * b;
  // Within 2^53 plain numbers are exact, and many times faster.
  if (isWhole(product)) return (product - (product % c)) / c;
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
};
