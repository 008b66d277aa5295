import type { Comparison, Leaf } from './condition-leaf';

/**
 * One comparison of a value with a figure, a word or a list, for values of the same kind, where JsonLogic and JavaScript agree.
 * Nearly all parts of conditions are such. One class and one switch, no closures: JavaScript's engine then makes one piece of
 * machine code of it, many times as fast as a compiled tree.
 */
export class QuickTest {
  private readonly is: number;
  private readonly value: unknown;

  constructor({ is, value }: Leaf) {
    this.is = COMPARISONS.indexOf(is);
    this.value = value;
  }

  /** Undefined: the values are of different kinds; the engine of conditions shall say. */
  ask(seen: unknown): boolean | undefined {
    const { is, value } = this;
    if (typeof seen === 'number' && typeof value === 'number') return compared(seen, is, value);
    if (Array.isArray(value)) return listed(seen, is, value);
    if (typeof seen !== typeof value || typeof seen === 'object' || typeof seen === 'undefined') return undefined;
    if (is === EQUAL) return seen === value;
    return is === UNEQUAL ? seen !== value : undefined;
  }
}

/** Numbers switch faster than words. */
const COMPARISONS: readonly Comparison[] = [
  ...(['=', '!=', '<', '<=', '>', '>='] as const),
  ...(['in', 'not-in', 'has', 'has-not', 'between', 'within'] as const),
];
const [EQUAL, UNEQUAL, BELOW, AT_MOST, ABOVE, AT_LEAST] = [0, 1, 2, 3, 4, 5];
const [IN, NOT_IN, HAS, HAS_NOT, BETWEEN, WITHIN] = [6, 7, 8, 9, 10, 11];

const compared = (seen: number, is: number, value: number): boolean | undefined => {
  switch (is) {
    case EQUAL:
      return seen === value;
    case UNEQUAL:
      return seen !== value;
    case BELOW:
      return seen < value;
    case AT_MOST:
      return seen <= value;
    case ABOVE:
      return seen > value;
    case AT_LEAST:
      return seen >= value;
    default:
      return undefined;
  }
};

const listed = (seen: unknown, is: number, value: readonly unknown[]): boolean | undefined => {
  switch (is) {
    case IN:
      return isWord(seen) ? value.includes(seen) : undefined;
    case NOT_IN:
      return isWord(seen) ? !value.includes(seen) : undefined;
    case HAS:
      return Array.isArray(seen) ? hasAny(seen, value) : undefined;
    case HAS_NOT:
      return Array.isArray(seen) ? !hasAny(seen, value) : undefined;
    case BETWEEN:
    case WITHIN:
      return between(seen, value, is === BETWEEN);
    default:
      return undefined;
  }
};

const isWord = (seen: unknown): boolean => typeof seen === 'string' || typeof seen === 'number';

const hasAny = (seen: readonly unknown[], wanted: readonly unknown[]): boolean => {
  for (const one of wanted) if (seen.includes(one)) return true;
  return false;
};

const between = (seen: unknown, [low, high]: readonly unknown[], closed: boolean): boolean | undefined => {
  if (typeof seen !== 'number' || typeof low !== 'number' || typeof high !== 'number') return undefined;
  return closed ? low <= seen && seen <= high : low < seen && seen < high;
};
