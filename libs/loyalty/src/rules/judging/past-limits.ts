import type { Decision } from './decision';
import type { Limits } from './limits';

/** What caps and budgets had left when a decision was made, as it kept them: for judging it again. */
export const limitsThen = ({ limits }: Pick<Decision, 'limits'>): Limits => {
  const byRule = new Map(Object.entries(limits).map(([key, use]) => [key.split('.')[0]!, use]));
  return {
    used: (ruleId, cap) => byRule.get(ruleId)?.used?.[cap] ?? 0,
    budgetLeft: (rule) => limits[rule.key]?.budgetLeft ?? null,
  };
};
