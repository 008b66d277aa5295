import { matchesLine } from '../../judging/facts';
import type { LineFilter } from '../../judging/rule';
import { type Case, domainOf } from '../cases/case';
import type { Analysed } from '../cases/rule-cases';
import { highest, lowest } from '../domain/intervals';
import { PIECES_PER_100 } from '../model/thresholds';

/** A purchase to look at: one kind of goods, all of the money on it, each piece a line of its own. */
export interface Basket {
  readonly amountFen: number;
  readonly pieces: number;
  readonly category: string | null;
  readonly sku: string | null;
}

/** Nobody writes a rule for larger baskets of ¥100. */
const MOST_PIECES = 100;
const MOST_BASKETS = 400;

/** ¥100 of every kind of goods that the rules tell apart, and larger purchases where a rule asks for them. */
export const basketsFor = (rules: readonly Analysed[], amountFen: number): readonly Basket[] => {
  const goods = goodsOf(rules);
  const amounts = [amountFen, ...limits(rules, AMOUNTS).filter((amount) => amount > amountFen)];
  const pieces = [
    PIECES_PER_100,
    ...limits(rules, PIECES).filter((count) => count >= 1 && count <= MOST_PIECES && Number.isInteger(count)),
  ];
  const baskets = unique(amounts).flatMap((amount) =>
    unique(pieces).flatMap((count) => goods.map((one) => ({ amountFen: amount, pieces: count, ...one }))),
  );
  return baskets.slice(0, MOST_BASKETS);
};

const AMOUNTS = /^(eligible\.)?amountFen/;
const PIECES = /^(eligible\.)?(quantity|lines)/;

/** The ends of what conditions ask for: where the outcome can change. */
const limits = (rules: readonly Analysed[], facts: RegExp): number[] =>
  rules.flatMap(({ cases }) =>
    (cases ?? []).flatMap((one) =>
      [...one.entries()].flatMap(([fact, { domain }]) =>
        facts.test(fact) && domain.kind === 'numbers'
          ? [lowest(domain.set), highest(domain.set)].filter((limit) => limit !== null)
          : [],
      ),
    ),
  );

const unique = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

type Goods = Pick<Basket, 'category' | 'sku'>;

/** One of each kind of goods that some rule treats in its own way, and one that no rule names. */
const goodsOf = (rules: readonly Analysed[]): readonly Goods[] => {
  const filters = rules.flatMap(({ draft }) => (draft.lines ? [draft.lines] : []));
  const named = rules.flatMap(({ cases }) => (cases ?? []).flatMap(namedCategories));
  const categories = [...new Set(filters.flatMap((filter) => filter.categories)), ...named];
  const skus = new Set(filters.flatMap((filter) => filter.skus));
  const kinds = new Map<string, Goods>();
  const ofCategory = distinct([null, ...categories], (category) =>
    named.includes(category ?? '') ? `=${category}` : matches(filters, { category, sku: null }),
  );
  const ofSku = distinct([null, ...skus], (sku) => matches(filters, { category: null, sku }));
  for (const category of ofCategory)
    for (const sku of ofSku) {
      const goods = { category, sku };
      const key = `${named.includes(category ?? '') ? category : ''}|${matches(filters, goods)}`;
      if (!kinds.has(key)) kinds.set(key, goods);
    }
  return [...kinds.values()];
};

const namedCategories = (one: Case): readonly string[] => {
  const domain = domainOf(one, 'categories');
  return domain?.kind === 'list' ? [...domain.has, ...domain.lacks] : [];
};

const matches = (filters: readonly LineFilter[], goods: Goods): string =>
  filters.map((filter) => (matchesLine(filter, { ...goods, quantity: 1, amountFen: 1 }) ? '1' : '0')).join('');

const distinct = <T>(values: readonly T[], keyOf: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [keyOf(value), value] as const).reverse()).values(),
];
