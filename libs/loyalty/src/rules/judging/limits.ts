import type { Points } from '@fanloop/kernel';
import type { LimitUse } from './decision';
import type { Caps, JudgingRule } from './rule';

/** What capped rules have given to the member in the running periods, and what budgets have left. */
export interface Limits {
  used(ruleId: string, cap: keyof Caps): number;
  /** In points; null: no budget. */
  budgetLeft(rule: JudgingRule): Points | null;
}

export const NO_LIMITS: Limits = { used: () => 0, budgetLeft: () => null };

export const CAPS: readonly (keyof Caps)[] = ['perPurchase', 'perDay', 'perWeek', 'perMonth', 'perValidity'];

export interface Limit {
  /** What of the wanted amount may be given. */
  readonly most: number;
  /** Which limit made it less; null when nothing did. */
  readonly by: keyof Caps | 'budget' | null;
  readonly use: LimitUse;
}

/** The tightest of a rule's caps and its budget; null for a rule without any. */
export const limitOf = (rule: JudgingRule, wanted: number, limits: Limits): Limit | null => {
  const { caps, budget } = rule.draft;
  if (budget === null && CAPS.every((cap) => caps[cap] === null)) return null;
  const used: Partial<Record<keyof Caps, number>> = {};
  let most = wanted;
  let by: Limit['by'] = null;
  for (const cap of CAPS) {
    const limit = caps[cap];
    if (limit === null) continue;
    const before = cap === 'perPurchase' ? 0 : limits.used(rule.ruleId, cap);
    used[cap] = before;
    const left = Math.max(0, limit - before);
    if (left < most) [most, by] = [left, cap];
  }
  const budgetLeft = budget ? limits.budgetLeft(rule) : null;
  if (budgetLeft !== null && Math.max(0, budgetLeft) < most) [most, by] = [Math.max(0, budgetLeft), 'budget'];
  return { most, by, use: { used, ...(budgetLeft === null ? {} : { budgetLeft }) } };
};
