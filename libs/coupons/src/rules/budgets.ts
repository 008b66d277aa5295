import { type Fen, formatFen, isWholeWithin, type Refusal, type StoreId } from '@fanloop/kernel';
import { refuse } from './refusals';

/**
 * What a manager is willing to give. Null: no limit. Pieces per day limit what is GIVEN OUT, in whichever way, because a member
 * holds a promise then; pieces per store and all money limit what is USED, because only a use has a store and a cost. Days are the
 * brand's. A use is counted from the moment a coupon has any budget.
 */
export interface Budgets {
  readonly claimsPerDay: number | null;
  readonly usesPerStoreDay: number | null;
  readonly totalFen: Fen | null;
  readonly dayFen: Fen | null;
  readonly storeFen: Fen | null;
}

export const NO_BUDGETS: Budgets = {
  claimsPerDay: null,
  usesPerStoreDay: null,
  totalFen: null,
  dayFen: null,
  storeFen: null,
};

/** In the order of their locks. */
export const USE_KINDS = ['total', 'day', 'store', 'store-day'] as const;
export type UseKind = (typeof USE_KINDS)[number];

/** One sum that uses are counted in. No day: of all days; store `0`: of all stores. */
export interface BudgetKey {
  readonly templateId: string;
  readonly kind: UseKind;
  readonly day: string;
  readonly storeId: StoreId;
}

/** Every sum that a use on that day in that store belongs to. */
export const keysOf = (templateId: string, day: string, storeId: StoreId): BudgetKey[] => [
  { templateId, kind: 'total', day: '', storeId: '0' },
  { templateId, kind: 'day', day, storeId: '0' },
  { templateId, kind: 'store', day: '', storeId },
  { templateId, kind: 'store-day', day, storeId },
];

export const keyText = ({ templateId, kind, day, storeId }: BudgetKey): string =>
  `${templateId}|${kind}|${day}|${storeId}`;

/** What one use takes of a sum: a piece, or money. */
export const weightOf = (kind: UseKind, discountFen: Fen): number => (kind === 'store-day' ? 1 : discountFen);

export const limitOf = (budgets: Budgets, kind: UseKind): number | null => {
  const limits = {
    total: budgets.totalFen,
    day: budgets.dayFen,
    store: budgets.storeFen,
    'store-day': budgets.usesPerStoreDay,
  };
  return limits[kind];
};

/** Whether uses have to be counted at all. */
export const limitsUse = (budgets: Budgets | null): budgets is Budgets =>
  budgets !== null && USE_KINDS.some((kind) => limitOf(budgets, kind) !== null);

/** Why a use does not fit, or null. A coupon is used wholly or not at all: a rest that is too small gives nothing. */
export const whyOverBudget = (budgets: Budgets, used: (kind: UseKind) => number, discountFen: Fen): Refusal | null => {
  for (const kind of USE_KINDS) {
    const limit = limitOf(budgets, kind);
    const left = limit === null ? null : limit - used(kind);
    if (left !== null && weightOf(kind, discountFen) > left)
      return refuse('BudgetSpent', { why: spentText(kind, left) });
  }
  return null;
};

const NAMES: Readonly<Record<UseKind, string>> = {
  total: '这张券的预算',
  day: '今日预算',
  store: '本店预算',
  'store-day': '本店今日名额',
};

const spentText = (kind: UseKind, left: number): string =>
  left > 0 && kind !== 'store-day' ? `${NAMES[kind]}只剩 ${formatFen(left)}，不够这次优惠` : `${NAMES[kind]}已用完`;

export const budgetChecks = (budgets: Budgets): (readonly [boolean, string])[] =>
  (Object.entries(budgets) as [keyof Budgets, number | null][]).map(([name, limit]) => [
    limit === null ||
      isWholeWithin(limit, 1, name === 'claimsPerDay' || name === 'usesPerStoreDay' ? 10_000_000 : MOST_FEN),
    `${TEXTS[name]}须大于 0`,
  ]);

const MOST_FEN = 10_000_000_000_00;
const TEXTS: Readonly<Record<keyof Budgets, string>> = {
  claimsPerDay: '每天发放',
  usesPerStoreDay: '每店每天限用',
  totalFen: '优惠总预算',
  dayFen: '每天优惠预算',
  storeFen: '每店优惠预算',
};

/** “每天发放 100 张，每店每天限用 20 张，优惠总预算 ¥10,000.00” */
export const budgetsText = (budgets: Budgets): string[] =>
  (Object.entries(budgets) as [keyof Budgets, number | null][]).flatMap(([name, limit]) => {
    if (limit === null) return [];
    const amount = name === 'claimsPerDay' || name === 'usesPerStoreDay' ? `${limit} 张` : formatFen(limit);
    return [`${TEXTS[name]} ${amount}`];
  });
