import type { Scalar } from '../../judging/facts';
import { type Intervals, includes, intersection } from './intervals';

/** What a fact may still be: the values that are left of it. */
export type Domain =
  | { readonly kind: 'numbers'; readonly set: Intervals<number> }
  /** Days (`2026-06-15`) and month days (`06-15`). */
  | { readonly kind: 'dates'; readonly set: Intervals<string> }
  /** `except`: everything but these. Texts, yes and no, and null. */
  | { readonly kind: 'choice'; readonly values: ReadonlySet<Scalar>; readonly except: boolean }
  /** A list that has and lacks certain members, all of `among` where that is known. */
  | {
      readonly kind: 'list';
      readonly has: ReadonlySet<string>;
      readonly lacks: ReadonlySet<string>;
      readonly among: ReadonlySet<string> | null;
    };

export const numbers = (set: Intervals<number>): Domain => ({ kind: 'numbers', set });
export const dates = (set: Intervals<string>): Domain => ({ kind: 'dates', set });
export const oneOf = (values: Iterable<Scalar>): Domain => ({ kind: 'choice', values: new Set(values), except: false });
export const noneOf = (values: Iterable<Scalar>): Domain => ({ kind: 'choice', values: new Set(values), except: true });
export const list = (
  has: Iterable<string>,
  lacks: Iterable<string>,
  among: ReadonlySet<string> | null = null,
): Domain => ({ kind: 'list', has: new Set(has), lacks: new Set(lacks), among });

/** Values that are in both. Domains of one fact are of one kind. */
export const meet = (a: Domain, b: Domain): Domain => {
  if (a.kind === 'numbers' && b.kind === 'numbers') return numbers(intersection(a.set, b.set));
  if (a.kind === 'dates' && b.kind === 'dates') return dates(intersection(a.set, b.set));
  if (a.kind === 'choice' && b.kind === 'choice') return choiceOfBoth(a, b);
  if (a.kind === 'list' && b.kind === 'list')
    return list([...a.has, ...b.has], [...a.lacks, ...b.lacks], a.among ?? b.among);
  throw new Error(`${a.kind} and ${b.kind} are not of one fact`);
};

type Choice = Extract<Domain, { kind: 'choice' }>;

const choiceOfBoth = (a: Choice, b: Choice): Domain => {
  if (a.except && b.except) return noneOf([...a.values, ...b.values]);
  if (a.except) return choiceOfBoth(b, a);
  return oneOf([...a.values].filter((value) => b.values.has(value) !== b.except));
};

/** Nothing is left: the fact cannot be so. */
export const isEmpty = (domain: Domain): boolean => {
  switch (domain.kind) {
    case 'numbers':
    case 'dates':
      return domain.set.length === 0;
    case 'choice':
      return !domain.except && domain.values.size === 0;
    case 'list':
      return [...domain.has].some(
        (member) => domain.lacks.has(member) || (domain.among?.has(member) ?? true) === false,
      );
  }
};

export const allowsNumber = (domain: Domain | undefined, value: number): boolean =>
  domain?.kind !== 'numbers' || includes(domain.set, value);

export const allowsDate = (domain: Domain | undefined, value: string): boolean =>
  domain?.kind !== 'dates' || includes(domain.set, value);

export const allowsChoice = (domain: Domain | undefined, value: Scalar): boolean =>
  domain?.kind !== 'choice' || domain.values.has(value) !== domain.except;
