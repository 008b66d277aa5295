import { allowsChoice, type Domain } from '../domain/domain';
import { highest, lowest } from '../domain/intervals';
import { type Case, type Conflict, domainOf } from './case';

/** Facts of which another one tells something. */
const RELATED = /^(isWorkday|holiday|isBirthdayMonth|history\.purchases\.|eligible\.(amountFen|quantity))/;

/** Facts that hang together: each pair of them cannot be so at once. */
export const relationConflict = (one: Case): Conflict | null => {
  if (one.size < 2 || ![...one.keys()].some((fact) => RELATED.test(fact))) return null;
  const conflict = impossiblePairs(one).find(([a, b]) => a !== null && b !== null);
  if (!conflict) return null;
  const [fact, other] = conflict as [string, string];
  return { fact, says: [...new Set([...saysOf(one, fact), ...saysOf(one, other)])] };
};

const saysOf = (one: Case, fact: string): readonly string[] => one.get(fact)?.says ?? [];

type Pair = readonly [string | null, string | null];

const impossiblePairs = (one: Case): readonly Pair[] => [
  // A statutory day off has a name, and is no working day.
  [must(one, 'isHoliday', true), isNull(one, 'holiday')],
  [must(one, 'isHoliday', false), lacksNull(one, 'holiday')],
  [must(one, 'isHoliday', true), must(one, 'isWorkday', true)],
  [lacksNull(one, 'holiday'), must(one, 'isWorkday', true)],
  // A birthday lies in its month.
  [must(one, 'isBirthday', true), must(one, 'isBirthdayMonth', false)],
  ...increasing(one).flatMap((chain) => disorders(one, chain)),
  ...historyBeyondOrdinal(one),
];

const must = (one: Case, fact: string, value: boolean): string | null =>
  one.has(fact) && !allowsChoice(domainOf(one, fact), !value) ? fact : null;
const lacksNull = (one: Case, fact: string): string | null =>
  one.has(fact) && !allowsChoice(domainOf(one, fact), null) ? fact : null;
const isNull = (one: Case, fact: string): string | null => {
  const domain = domainOf(one, fact);
  const only = domain?.kind === 'choice' && !domain.except && domain.values.size === 1 && domain.values.has(null);
  return only ? fact : null;
};

/** Chains of facts of which none can be greater than the next. */
const increasing = (one: Case): readonly (readonly string[])[] => [
  ['d7', 'd30', 'd90', 'd365'].map((window) => `history.purchases.${window}`),
  ...[...one.keys()]
    .filter((fact) => fact.startsWith('eligible.'))
    .flatMap((fact) => [
      [fact, 'amountFen'],
      [fact, 'quantity'],
    ])
    .filter(([fact, whole]) => fact!.startsWith(`eligible.${whole}`)),
];

const disorders = (one: Case, chain: readonly string[]): Pair[] =>
  chain.flatMap((fact, i) =>
    chain
      .slice(i + 1)
      .filter((larger) => isBelow(domainOf(one, larger), domainOf(one, fact)))
      .map((larger): Pair => [fact, larger]),
  );

const isBelow = (domain: Domain | undefined, other: Domain | undefined): boolean => {
  if (domain?.kind !== 'numbers' || other?.kind !== 'numbers') return false;
  const [high, low] = [highest(domain.set), lowest(other.set)];
  return high !== null && low !== null && high < low;
};

/** Who has bought three times in the last week buys for the fourth time at least. */
const historyBeyondOrdinal = (one: Case): Pair[] => {
  const ordinal = domainOf(one, 'ordinal');
  const most = ordinal?.kind === 'numbers' ? highest(ordinal.set) : null;
  if (most === null) return [];
  return [...one.entries()]
    .filter(([fact, { domain }]) => fact.startsWith('history.purchases.') && domain.kind === 'numbers')
    .filter(([, { domain }]) => domain.kind === 'numbers' && (lowest(domain.set) ?? 0) >= most)
    .map(([fact]): Pair => ['ordinal', fact]);
};
