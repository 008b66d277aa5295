/** A set of rules of one trigger by their places: one bit each, 32 to a word. */
export type RuleBits = Uint32Array;

export const noRules = (rules: number): RuleBits => new Uint32Array((rules + 31) >>> 5);

export const allRules = (rules: number): RuleBits => {
  const bits = noRules(rules);
  for (let rule = 0; rule < rules; rule += 1) include(bits, rule);
  return bits;
};

export const include = (bits: RuleBits, rule: number): void => {
  bits[rule >>> 5]! |= 1 << (rule & 31);
};

export const exclude = (bits: RuleBits, rule: number): void => {
  bits[rule >>> 5]! &= ~(1 << (rule & 31));
};

export const excludeAll = (bits: RuleBits, others: RuleBits): void => {
  for (let word = 0; word < others.length; word += 1) bits[word]! &= ~others[word]!;
};

/** The places of a set, in ascending order. */
export const placesOf = (bits: RuleBits): number[] => {
  const places: number[] = [];
  for (let word = 0; word < bits.length; word += 1)
    for (let left = bits[word]!; left !== 0; left &= left - 1) places.push(word * 32 + 31 - Math.clz32(left & -left));
  return places;
};

/** The values at the places of one set that are not in the other: few are left out, so runs are copied. */
export const valuesWithout = <T>(values: readonly T[], inside: RuleBits, without: RuleBits): T[] => {
  const gaps = placesOf(inside.map((word, i) => ~word | without[i]!));
  const runs: T[][] = [];
  let from = 0;
  for (const gap of gaps) {
    if (gap >= values.length) break;
    if (gap > from) runs.push(values.slice(from, gap));
    from = gap + 1;
  }
  if (from < values.length) runs.push(values.slice(from));
  return runs.length === 1 ? runs[0]! : ([] as T[]).concat(...runs);
};
