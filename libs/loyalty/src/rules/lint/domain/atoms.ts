import { factInfo } from '../../judging/fact-catalogue';
import type { Scalar } from '../../judging/facts';
import { type Domain, list, noneOf, numbers, oneOf } from './domain';
import { type Comparison, type Intervals, negated, ofWholeNumbers, valuesWhere } from './intervals';
import { eventNumber, isWholeFact } from './world';

/** One question about one fact: which of its values answer yes, and which no. */
export interface Atom {
  readonly fact: string;
  readonly yes: Domain;
  readonly no: Domain;
  /** It cannot throw, whatever the fact is. Facts of events may be of any type. */
  readonly total: boolean;
  /** Why it has no value that answers yes, in words. */
  readonly flaw?: string;
}

export const varName = (tree: unknown): string | null => {
  if (tree === null || typeof tree !== 'object' || !('var' in tree)) return null;
  const name = (tree as { var: unknown }).var;
  if (typeof name === 'string') return name;
  return Array.isArray(name) && name.length === 1 && typeof name[0] === 'string' ? name[0] : null;
};

const isNumeric = (value: unknown): value is string => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);

/** A fact compared with a constant, as the engine compares; null when the outcome hangs on more than this. */
export const comparisonAtom = (name: string, comparison: Comparison, strict: boolean, value: unknown): Atom | null => {
  switch (factInfo(name)?.type) {
    case 'number':
    case 'money':
      return numberAtom(name, comparison, strict, value);
    case 'yes-no':
      if (typeof value !== 'boolean') return null;
      return equality(name, comparison, value);
    case 'day':
    case 'month-day':
      return typeof value === 'string' ? dateAtom(name, comparison, value) : null;
    case 'text':
      return name.startsWith('event.')
        ? eventAtom(name, comparison, strict, value)
        : textAtom(name, comparison, strict, value);
    default:
      return null;
  }
};

const numberAtom = (name: string, comparison: Comparison, strict: boolean, value: unknown): Atom | null => {
  // The engine turns texts into numbers, except for the strict comparisons, where a text is never the same as a number.
  if (strict && typeof value === 'string') return settled(name, comparison === '!=');
  const number = typeof value === 'number' ? value : isNumeric(value) ? Number(value) : null;
  if (number === null) return null;
  const where = (one: Comparison): Domain => {
    const set: Intervals<number> = valuesWhere(one, number);
    return numbers(isWholeFact(name) ? ofWholeNumbers(set) : set);
  };
  return { fact: name, yes: where(comparison), no: where(negated(comparison)), total: true };
};

/** Always the same answer: the values of the other side are none. */
const settled = (fact: string, answer: boolean): Atom => {
  const [all, none] = [numbers(valuesEverywhere()), numbers([])];
  return { fact, yes: answer ? all : none, no: answer ? none : all, total: true };
};
const valuesEverywhere = (): Intervals<number> => [{ low: null, lowOpen: false, high: null, highOpen: false }];

const dateAtom = (fact: string, comparison: Comparison, value: string): Atom => {
  const where = (one: Comparison): Domain => ({ kind: 'dates', set: valuesWhere(one, value) });
  return { fact, yes: where(comparison), no: where(negated(comparison)), total: true };
};

const textAtom = (name: string, comparison: Comparison, strict: boolean, value: unknown): Atom | null => {
  if (typeof value !== 'string' && value !== null)
    return strict && typeof value !== 'object' ? equality(name, comparison, value as Scalar) : null;
  return equality(name, comparison, value);
};

const eventAtom = (name: string, comparison: Comparison, strict: boolean, value: unknown): Atom | null => {
  if (strict) return null;
  if (typeof value === 'string' && !isNumeric(value) && value !== '') return partial(equality(name, comparison, value));
  return typeof value === 'number' ? partial(numberAtom(eventNumber(name), comparison, false, value)) : null;
};

const partial = (atom: Atom | null): Atom | null => (atom ? { ...atom, total: false } : null);

const equality = (fact: string, comparison: Comparison, value: Scalar): Atom | null => {
  if (comparison === '==') return { fact, yes: oneOf([value]), no: noneOf([value]), total: true };
  return comparison === '!=' ? { fact, yes: noneOf([value]), no: oneOf([value]), total: true } : null;
};

/** `in` over a constant list looks for the very same value: the text "6" is not the number 6. */
export const memberAtom = (name: string, values: readonly unknown[]): Atom | null => {
  if (values.some((value) => value !== null && typeof value === 'object')) return null;
  switch (factInfo(name)?.type) {
    case 'number':
    case 'money':
      return numbersAmong(name, new Set(values.filter((value) => typeof value === 'number')));
    case 'day':
    case 'month-day':
      return datesAmong(name, new Set(values.filter((value) => typeof value === 'string')));
    case 'yes-no':
    case 'text': {
      const scalars = values as readonly Scalar[];
      return { fact: name, yes: oneOf(scalars), no: noneOf(scalars), total: true };
    }
    default:
      return null;
  }
};

const TEXTS_FOR_NUMBERS = '名单里写的是文字，不是数字';

const numbersAmong = (name: string, values: ReadonlySet<number>): Atom => {
  const whole = (set: Intervals<number>): Domain => numbers(isWholeFact(name) ? ofWholeNumbers(set) : set);
  return {
    fact: name,
    yes: whole(points(values)),
    no: whole(gaps(values)),
    total: true,
    ...(values.size === 0 ? { flaw: TEXTS_FOR_NUMBERS } : {}),
  };
};

const datesAmong = (fact: string, values: ReadonlySet<string>): Atom => ({
  fact,
  yes: { kind: 'dates', set: points(values) },
  no: { kind: 'dates', set: gaps(values) },
  total: true,
});

const points = <T extends number | string>(values: ReadonlySet<T>): Intervals<T> =>
  [...values].flatMap((value) => valuesWhere('==', value));

/** What lies between the values. */
const gaps = <T extends number | string>(values: ReadonlySet<T>): Intervals<T> => {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : 1));
  const starts: (T | null)[] = [null, ...sorted];
  return starts.map((low, i) => ({ low, lowOpen: true, high: sorted[i] ?? null, highOpen: true }));
};

/** A list that holds a constant text. */
export const containsAtom = (name: string, member: unknown): Atom | null => {
  if (typeof member !== 'string' || !['tags', 'categories'].includes(name)) return null;
  return { fact: name, yes: list([member], []), no: list([], [member]), total: true };
};

/** A yes-or-no fact by itself. */
export const bareAtom = (name: string): Atom | null =>
  factInfo(name)?.type === 'yes-no' ? { fact: name, yes: oneOf([true]), no: oneOf([false]), total: true } : null;

/** Something that is not understood: it may be so or not, but not both. */
export const opaqueAtom = (tree: unknown): Atom => ({
  fact: `?${JSON.stringify(tree)}`,
  yes: oneOf([true]),
  no: oneOf([false]),
  total: false,
});
