import { type JsonLogic, NO_CAPS, PLAIN_DRAFT, type RuleDraft } from '../../libs/loyalty/src/rules/judging/rule';
import { type CountOf, seededCounts } from './seeded-counts';

/** One comparison of a condition, in a form that each engine of the bench can be given. */
export interface Leaf {
  readonly fact: string;
  readonly operator: '>=' | '==' | 'in' | 'contains';
  readonly value: number | string | boolean | readonly (number | string)[];
}

export interface BookRule {
  readonly draft: RuleDraft;
  readonly leaves: readonly Leaf[];
}

export const CATEGORIES = ['奶茶', '果茶', '原叶茶', '茶点', '茶礼', '周边', '早餐', '轻食'];
export const TIERS = ['silver', 'gold', 'rock'];
export const TAGS = Array.from({ length: 24 }, (_, i) => `tag-${i}`);

/**
 * Active rules as a large brand runs them: days, tiers, categories, amounts and history, three things asked of each purchase, which
 * meets a handful of two hundred. Seeded: the same book for the same seed.
 */
export const ruleBook = (size: number, seed: number): BookRule[] => {
  const count = seededCounts(seed);
  return Array.from({ length: size }, (_, i) => bookRule(i, count));
};

const bookRule = (i: number, count: CountOf): BookRule => {
  // Two of five campaigns are for a category, and ask for a sum over its lines.
  const lines = count(0, 4) < 2 ? { categories: [one(CATEGORIES, count)], skus: [], except: false } : null;
  const leaves = aFew(count, lines ? 2 : 3).map((make) => make(count));
  if (lines) leaves.push({ fact: 'eligible.amountFen', operator: '>=', value: count(30, 200) * 100 });
  const effect = EFFECTS[count(0, EFFECTS.length - 1)]!(count);
  const limited = count(0, 1) === 1;
  return {
    leaves,
    draft: {
      ...PLAIN_DRAFT,
      name: `活动 ${i}`,
      trigger: 'purchase',
      condition: { and: leaves.map(logicOf) },
      effect,
      caps: limited ? { ...NO_CAPS, perDay: 200, perMonth: 2000 } : NO_CAPS,
      stacking: count(0, 9) === 0 ? { group: `组 ${count(0, 3)}`, mode: 'best' } : null,
      priority: count(-10, 10),
      lines,
    },
  };
};

const EFFECTS: readonly ((count: CountOf) => RuleDraft['effect'])[] = [
  (count) => ({ kind: 'fixed-points', points: count(1, 50) }),
  (count) => ({ kind: 'multiplier', percent: count(11, 30) * 10 }),
  (count) => ({ kind: 'points-per-line', points: count(1, 9), per: 'piece' }),
  (count) => ({
    kind: 'points-per-amount',
    points: 1,
    perFen: count(1, 5) * 100,
    wholeSteps: false,
    rounding: 'down',
  }),
];

const LEAVES: readonly ((count: CountOf) => Leaf)[] = [
  (count) => ({ fact: 'amountFen', operator: '>=', value: count(150, 700) * 100 }),
  (count) => ({ fact: 'tier', operator: 'in', value: [one(TIERS, count)] }),
  (count) => ({ fact: 'weekday', operator: 'in', value: oneOrTwo([1, 2, 3, 4, 5, 6, 7], count) }),
  (count) => ({ fact: 'hour', operator: '>=', value: count(14, 20) }),
  (count) => ({ fact: 'tags', operator: 'contains', value: one(TAGS, count) }),
  (count) => ({ fact: 'categories', operator: 'contains', value: one(CATEGORIES, count) }),
  (count) => ({ fact: 'history.purchases.d30', operator: '>=', value: count(4, 9) }),
  (count) => ({ fact: 'history.amountFen.d90', operator: '>=', value: count(4, 12) * 10_000 }),
  () => ({ fact: 'isBirthdayMonth', operator: '==', value: true }),
  (count) => ({ fact: 'dayOfMonth', operator: '==', value: count(1, 28) }),
  (count) => ({ fact: 'daysAsMember', operator: '>=', value: count(6, 28) * 30 }),
];

const logicOf = ({ fact, operator, value }: Leaf): JsonLogic => {
  const asked = { var: fact };
  return operator === 'contains' ? { in: [value, asked] } : { [operator]: [asked, value] };
};

const one = <T>(of: readonly T[], count: CountOf): T => of[count(0, of.length - 1)]!;

const oneOrTwo = <T>(of: readonly T[], count: CountOf): T[] => [...new Set([one(of, count), one(of, count)])];

/** So many different ones, in a chance order. */
const aFew = (count: CountOf, size: number): (typeof LEAVES)[number][] => {
  const left = [...LEAVES];
  return Array.from({ length: size }, () => left.splice(count(0, left.length - 1), 1)[0]!);
};
