import type { Comparison, Leaf } from './condition-leaf';

/**
 * One comparison of a value with a figure, a word or a list, for values of the same kind, where JsonLogic and JavaScript agree.
 * Nearly all parts of conditions are such. One class and one switch, no closures: JavaScript's engine then makes one piece of
 * machine code of it, many times as fast as a compiled tree.
 */
export class QuickTest {
  private readonly is: Comparison;
  private readonly value: unknown;

  constructor({ is, value }: Leaf) {
    this.is = is;
    this.value = value;
  }

  /** Undefined: the values are of different kinds; the engine of conditions shall say. */
  ask(seen: unknown): boolean | undefined {
    const { is, value } = this;
    if (typeof seen === 'number' && typeof value === 'number') return compared(seen, is, value);
    if (Array.isArray(value)) return listed(seen, is, value);
    if (typeof seen !== typeof value || typeof seen === 'object' || typeof seen === 'undefined') return undefined;
    if (is === '=') return seen === value;
    return is === '!=' ? seen !== value : undefined;
  }
}

const compared = (seen: number, is: Comparison, value: number): boolean | undefined => {
  switch (is) {
    case '>=':
      return seen >= value;
    case '>':
      return seen > value;
    case '<=':
      return seen <= value;
    case '<':
      return seen < value;
    case '=':
      return seen === value;
    case '!=':
      return seen !== value;
    default:
      return undefined;
  }
};

const listed = (seen: unknown, is: Comparison, value: readonly unknown[]): boolean | undefined => {
  switch (is) {
    case 'in':
      return isWord(seen) ? value.includes(seen) : undefined;
    case 'not-in':
      return isWord(seen) ? !value.includes(seen) : undefined;
    case 'has':
      return Array.isArray(seen) ? hasAny(seen, value) : undefined;
    case 'has-not':
      return Array.isArray(seen) ? !hasAny(seen, value) : undefined;
    case 'between':
    case 'within':
      return between(seen, value, is === 'between');
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
