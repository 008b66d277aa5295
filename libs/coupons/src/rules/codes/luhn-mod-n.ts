/**
 * The Luhn mod N algorithm: Luhn's formula (US patent 2,950,048; ISO/IEC 7812-1 annex B for N = 10) over an alphabet of N signs.
 * It finds every single wrong sign, and every swap of neighbours but that of the first and the last sign of the alphabet. N must be
 * even: only then is doubling, with the two digits of the product added, one-to-one.
 * Source of the general form and of its vectors: https://en.wikipedia.org/wiki/Luhn_mod_N_algorithm
 */
export const checkSign = (signs: string, alphabet: string): string => {
  const n = alphabet.length;
  return alphabet[(n - (sumFromRight(signs, alphabet, 2) % n)) % n]!;
};

/** Whether the last sign is the check sign of those before it. A sign that is not in the alphabet never checks. */
export const checks = (signs: string, alphabet: string): boolean =>
  signs.length > 1 &&
  [...signs].every((sign) => alphabet.includes(sign)) &&
  sumFromRight(signs, alphabet, 1) % alphabet.length === 0;

const sumFromRight = (signs: string, alphabet: string, first: 1 | 2): number => {
  const n = alphabet.length;
  let factor: number = first;
  let sum = 0;
  for (let i = signs.length - 1; i >= 0; i -= 1) {
    const addend = factor * alphabet.indexOf(signs[i]!);
    sum += Math.floor(addend / n) + (addend % n);
    factor = factor === 2 ? 1 : 2;
  }
  return sum;
};
