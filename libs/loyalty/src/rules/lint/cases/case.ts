import { type Domain, isEmpty, meet } from '../domain/domain';

/** What one fact must be, and which parts of the rule say so. */
export interface Constraint {
  readonly domain: Domain;
  readonly says: readonly string[];
}

/** One way in which a condition can hold: all of these together. */
export type Case = ReadonlyMap<string, Constraint>;

/** Two parts of a rule, or a part and the nature of a fact, that cannot go together. */
export interface Conflict {
  readonly fact: string;
  readonly says: readonly string[];
  /** What is wrong with it, where the values of the fact do not say it. */
  readonly because?: string;
}

export const EVERYTHING: Case = new Map();

export const isConflict = (found: Case | Conflict): found is Conflict => 'fact' in found;

export const meetCases = (a: Case, b: Case): Case | Conflict => {
  if (a.size === 0) return b;
  const both = new Map(a);
  for (const [fact, constraint] of b) {
    const other = both.get(fact);
    if (!other) {
      both.set(fact, constraint);
      continue;
    }
    const domain = meet(other.domain, constraint.domain);
    const says = [...new Set([...other.says, ...constraint.says])];
    if (isEmpty(domain)) return { fact, says };
    both.set(fact, { domain, says });
  }
  return both;
};

/** Nothing in it hangs on a part that is not understood. */
export const isUnderstood = (one: Case): boolean => ![...one.keys()].some((fact) => fact.startsWith('?'));

export const domainOf = (one: Case, fact: string): Domain | undefined => one.get(fact)?.domain;
