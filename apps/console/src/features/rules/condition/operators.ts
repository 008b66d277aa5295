import type { RuleFact } from '../../../shared/api/types';
import { t } from '../strings';
import { HAS_ANY, HAS_NONE } from './tree';

const o = t.operators;

export interface Operator {
  name: string;
  value: string;
  label: string;
}

const of = (...pairs: readonly (readonly [string, string])[]): Operator[] =>
  pairs.map(([name, label]) => ({ name, value: name, label }));

const counts = of(
  ['>=', o.atLeast],
  ['<=', o.atMost],
  ['=', o.equal],
  ['!=', o.notEqual],
  ['>', o.over],
  ['<', o.under],
  ['between', o.between],
  ['in', o.within],
);
const money = of(['>=', o.reach], ['<=', o.atMost], ['>', o.over], ['<', o.under], ['between', o.between]);
const chosen = of(['in', o.within], ['notIn', o.notWithin], ['=', o.equal], ['!=', o.notEqual]);
const ordered = of(['in', o.within], ['=', o.equal], ['!=', o.notEqual], ['between', o.between]);
const texts = of(
  ['=', o.equal],
  ['!=', o.notEqual],
  ['in', o.within],
  ['notIn', o.notWithin],
  ['notNull', o.notEmpty],
  ['null', o.empty],
);
const days = of(['between', o.between], ['=', o.on], ['>=', o.from], ['<=', o.until], ['>', o.after], ['<', o.before]);
const monthDays = of(['=', o.on], ['!=', o.notEqual], ['between', o.between], ['>=', o.from], ['<=', o.until]);
const lists = of(
  ['contains', o.contains],
  ['doesNotContain', o.lacks],
  [HAS_ANY, o.containsAny],
  [HAS_NONE, o.lacksAll],
);

/** How a fact can be compared, the usual way first. */
export const operatorsOf = (fact: RuleFact): Operator[] => {
  switch (fact.type) {
    case 'money':
      return money;
    case 'number':
      return fact.choices ? ordered : counts;
    case 'yes-no':
      return of(['=', o.equal]);
    case 'list':
      return lists;
    case 'day':
      return days;
    case 'month-day':
      return monthDays;
    default:
      return fact.from === 'tiers' ? [...chosen, ...of(['null', o.empty])] : fact.choices || fact.from ? chosen : texts;
  }
};

const MANY = ['in', 'notIn', HAS_ANY, HAS_NONE];

/** How many values an operator takes. */
export const arityOf = (operator: string): 'none' | 'one' | 'two' | 'many' => {
  if (operator === 'null' || operator === 'notNull') return 'none';
  if (operator === 'between') return 'two';
  return MANY.includes(operator) ? 'many' : 'one';
};

/** What a value becomes when the operator changes: what was typed stays where it can. */
export const valueFor = (fact: RuleFact, operator: string, before: unknown): unknown => {
  const arity = arityOf(operator);
  const list = (Array.isArray(before) ? before : [before]).filter(
    (one) => one !== '' && one !== null && one !== undefined,
  );
  if (arity === 'none') return null;
  if (arity === 'many') return list;
  if (arity === 'two') return [list[0] ?? firstOf(fact), list[1] ?? list[0] ?? firstOf(fact)];
  return list[0] ?? firstOf(fact);
};

const firstOf = (fact: RuleFact): unknown => {
  if (fact.type === 'yes-no') return true;
  if (fact.type === 'month-day') return '01-01';
  if (fact.type === 'money') return 10_000;
  return fact.type === 'number' ? Math.max(1, fact.range?.[0] ?? 0) : '';
};
