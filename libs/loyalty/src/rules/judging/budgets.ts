import type { Fen, Points } from '@fanloop/kernel';
import type { Budget } from './rule';

export interface BudgetUse {
  readonly total: Points;
  /** Null: the event belongs to no store. */
  readonly inStore: Points | null;
}

/** What a budget leaves, in points and never below zero; null: there is none. ¥ become points by what a point costs the brand. */
export const budgetLeft = (budget: Budget | null, used: BudgetUse, fenPer100Points: Fen): Points | null => {
  if (!budget) return null;
  const inPoints = (limit: number): Points =>
    budget.unit === 'points' || fenPer100Points <= 0 ? limit : Math.floor((limit * 100) / fenPer100Points);
  const lefts = [
    budget.total === null ? null : inPoints(budget.total) - used.total,
    budget.perStore === null || used.inStore === null ? null : inPoints(budget.perStore) - used.inStore,
  ].filter((left) => left !== null);
  return lefts.length === 0 ? null : Math.max(0, Math.min(...lefts));
};
