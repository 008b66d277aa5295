import { splitByLargestRemainder } from '@fanloop/kernel';
import { type Facts, matchesLine, NO_HISTORY } from '../../judging/facts';
import { purchaseFacts } from '../../judging/make-facts';
import type { Case, Constraint } from '../cases/case';
import type { Analysed } from '../cases/rule-cases';
import { type Domain, list, numbers, oneOf } from '../domain/domain';
import { valuesWhere } from '../domain/intervals';
import { filterKey } from '../domain/world';
import type { LintTier } from '../model/lint-input';
import type { Basket } from './baskets';

/** A purchase by a member of a tier: what is known of its facts, and the facts themselves as far as effects look at them. */
export interface Pinned {
  readonly basket: Basket;
  readonly tier: LintTier | null;
  readonly known: Case;
  readonly facts: Facts;
}

export const pin = (basket: Basket, tier: LintTier | null, rules: readonly Analysed[]): Pinned => ({
  basket,
  tier,
  known: knownOf(basket, tier, rules),
  facts: factsOf(basket, tier),
});

const exactly = (value: number): Domain => numbers(valuesWhere('==', value));

const knownOf = (basket: Basket, tier: LintTier | null, rules: readonly Analysed[]): Case => {
  const { amountFen, pieces, category, sku } = basket;
  const known = new Map<string, Constraint>();
  const set = (fact: string, domain: Domain): void => {
    known.set(fact, { domain, says: [] });
  };
  set('amountFen', exactly(amountFen));
  set('quantity', exactly(pieces));
  set('eligible.lines', exactly(pieces));
  set('tier', oneOf([tier?.code ?? null]));
  if (category !== null) set('categories', list([category], []));
  for (const { draft } of rules) {
    if (!draft.lines) continue;
    const key = filterKey(draft.lines);
    const seen = matchesLine(draft.lines, { category, sku, quantity: 1, amountFen: 1 });
    set(`eligible.amountFen@${key}`, exactly(seen ? amountFen : 0));
    set(`eligible.quantity@${key}`, exactly(seen ? pieces : 0));
    set(`eligible.lines@${key}`, exactly(seen ? pieces : 0));
  }
  return known;
};

const factsOf = ({ amountFen, pieces, category, sku }: Basket, tier: LintTier | null): Facts =>
  purchaseFacts(
    {
      channel: 'store',
      storeId: null,
      ordinal: 1,
      lines: splitByLargestRemainder(amountFen, new Array<number>(pieces).fill(1)).map((part) => ({
        sku,
        category,
        quantity: 1,
        amountFen: part,
      })),
    },
    { tier, birthday: null, tags: [], daysAsMember: 0, history: NO_HISTORY },
    { day: '2026-01-01', weekday: 4, hour: 12, holiday: null, isWorkday: true, lunarMonthDay: '' },
  );
