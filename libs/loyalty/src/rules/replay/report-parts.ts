import type { Points } from '@fanloop/kernel';
import type { JudgingRule } from '../judging/rule';
import type { BudgetDays } from './budget-course';
import type { ReplayedSet } from './replayed-set';
import type { ReplayedBudget, ReplayReport, RuleTotals } from './report';
import type { Sums } from './sums';

const NONE: RuleTotals = { points: 0, times: 0, costFen: 0 };

/** Every rule of the sets and every one that gave in the ledger, those that give most first. `sums`: the ledger's, then by set. */
export const rulesOf = (sets: readonly ReplayedSet[], sums: readonly Sums[]): ReplayReport['rules'] => {
  const rules = new Map<string, JudgingRule>(
    sets.flatMap((set) => set.rules.map((rule) => [rule.ruleId, rule] as const)),
  );
  const totalsOf = (set: number, ruleId: string): RuleTotals | null =>
    sums[set + 1]?.rule(ruleId) ?? (sets[set]?.rules.some((rule) => rule.ruleId === ruleId) ? NONE : null);
  return [...new Set([...rules.keys(), ...sums.flatMap((one) => one.ruleIds)])]
    .map((ruleId) => ({
      ruleId,
      name: rules.get(ruleId)?.draft.name ?? sums[0]?.nameOf(ruleId) ?? '',
      ledger: sums[0]?.rule(ruleId) ?? null,
      active: totalsOf(0, ruleId),
      draft: totalsOf(1, ruleId),
    }))
    .sort((a, b) => mostOf(b) - mostOf(a) || Number(a.ruleId) - Number(b.ruleId));
};

const mostOf = ({ ledger, active, draft }: ReplayReport['rules'][number]): Points =>
  Math.max(ledger?.points ?? 0, active?.points ?? 0, draft?.points ?? 0);

/** Pairs of codes as counts of members, the most frequent first. */
export const movesOf = (ends: Iterable<readonly [string | null, string | null]>): ReplayReport['tierMoves'] => {
  const moves = new Map<string, { from: string | null; to: string | null; members: number }>();
  for (const [from, to] of ends) {
    const key = `${from} ${to}`;
    const move = moves.get(key) ?? { from, to, members: 0 };
    move.members += 1;
    moves.set(key, move);
  }
  return [...moves.values()].sort((a, b) => b.members - a.members);
};

export const budgetsOf = (sets: readonly ReplayedSet[]): ReplayReport['budgets'] =>
  sets.flatMap((set, i) => set.budgets.all.map((budget) => budgetOf(budget, i === 0 ? 'active' : 'draft')));

const budgetOf = (
  { rule, atStart, left, endedOn, stores }: BudgetDays,
  set: ReplayedBudget['set'],
): ReplayedBudget => ({
  set,
  ruleId: rule.ruleId,
  name: rule.draft.name,
  atStart,
  endedOn,
  storesEnded: stores.size,
  firstStoreEndedOn: [...stores.values()].sort()[0] ?? null,
  days: [...left].map(([day, points]) => ({ day, left: points })).sort((a, b) => (a.day < b.day ? -1 : 1)),
});
