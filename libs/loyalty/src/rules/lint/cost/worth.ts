import type { Step } from '../../judging/decision';
import { evaluate, ruleSet } from '../../judging/evaluate';
import { NO_LIMITS } from '../../judging/limits';
import type { JudgingRule, RuleDraft } from '../../judging/rule';
import type { Analysed } from '../cases/rule-cases';
import type { Pinned } from './pinned';

export interface Worth {
  readonly points: number;
  readonly steps: readonly Step[];
}

const NO_TIME = new Date(0);

/** What rules that all hold give together: stacking, exclusion, stages, rounding and caps as the judgement has them. */
export const worthOf = (rules: readonly Analysed[], pinned: Pinned): Worth => judge(rules, pinned, (draft) => draft);

/** The same if nothing excluded anything: never less than what any of the rules can give together. */
export const boundOf = (rules: readonly Analysed[], pinned: Pinned): number =>
  judge(rules, pinned, (draft) => ({ ...draft, exclusive: false, stacking: null })).points;

const judge = (rules: readonly Analysed[], { facts }: Pinned, change: (draft: RuleDraft) => RuleDraft): Worth => {
  const set = ruleSet(rules.map(({ rule, draft }) => holding(rule.ruleId, rule.version, change(draft))));
  const { points, steps } = evaluate(set, { facts, at: NO_TIME, limits: NO_LIMITS });
  return { points, steps };
};

/** A rule whose condition and scope are known to hold. Its budget may end, but not before this purchase. */
const holding = (ruleId: string, version: number, draft: RuleDraft): JudgingRule => ({
  ruleId,
  version,
  key: ruleId,
  draft: { ...draft, budget: null },
  valid: { from: null, until: null },
  stores: null,
  channels: null,
  condition: null,
  readsEligible: false,
});
