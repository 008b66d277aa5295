import type { LineFact } from '../../libs/loyalty/src/rules/judging/facts';
import type { Basket, ShopperFacts } from '../../libs/loyalty/src/rules/judging/make-facts';
import { CATEGORIES, TAGS, TIERS } from './rule-book';
import type { CountOf } from './seeded-counts';

/** A shopper with a basket of five lines, at a time of its own. */
export interface Sale {
  readonly basket: Basket;
  readonly shopper: ShopperFacts;
  readonly at: Date;
}

export const linesOf = (count: CountOf): LineFact[] =>
  Array.from({ length: 5 }, () => {
    const item = count(0, 199);
    const quantity = count(1, 3);
    return {
      sku: `SKU-${item}`,
      category: CATEGORIES[item % CATEGORIES.length]!,
      quantity,
      amountFen: quantity * count(300, 6000),
    };
  });

export const saleOf = (count: CountOf): Sale => {
  const code = TIERS[count(0, TIERS.length - 1)]!;
  const month = count(0, 8);
  return {
    basket: { channel: 'store', storeId: String(count(1, 20)), lines: linesOf(count), ordinal: count(1, 40) },
    shopper: {
      tier: { code, name: code, multiplierPercent: 150 },
      birthday: `${String(count(1, 12)).padStart(2, '0')}-15`,
      tags: TAGS.filter(() => count(0, 7) === 0),
      daysAsMember: count(0, 900),
      history: {
        purchases: { d7: count(0, 2), d30: month, d90: month * 2, d365: month * 6 },
        amountFen: { d7: 3000, d30: month * 5000, d90: month * 12_000, d365: month * 40_000 },
      },
    },
    at: new Date(Date.UTC(2026, 5, count(1, 28), count(0, 12))),
  };
};
