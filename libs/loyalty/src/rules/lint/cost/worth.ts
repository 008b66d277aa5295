import type { Decision } from '../../judging/decision';
import { evaluate, ruleSet } from '../../judging/evaluate';
import type { Facts } from '../../judging/facts';
import { NO_LIMITS } from '../../judging/limits';
import type { JudgingRule } from '../../judging/rule';
import type { Analysed } from '../cases/rule-cases';

export type Worth = Pick<Decision, 'points' | 'steps'>;

const NO_TIME = new Date(0);

/** What rules that all hold give together: stacking, exclusion, stages, rounding and caps as the judgement has them. */
export const worthOf = (rules: readonly Analysed[], facts: Facts): Worth =>
  evaluate(ruleSet(rules.map(holding)), { facts, at: NO_TIME, limits: NO_LIMITS });

/** A rule whose condition and scope are known to hold. Its budget may end, but not before this purchase. */
const holding = ({ rule: { ruleId, version }, draft }: Analysed): JudgingRule => ({
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
