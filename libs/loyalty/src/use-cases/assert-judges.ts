import type { RuleDraft } from '../rules/judging/rule';
import { refuse } from '../rules/refusals';
import { draftProblem } from '../store/draft-problem';

/** Throws RuleNotValid unless the draft judges: its fields are in order and its condition compiles. */
export const assertJudges = (draft: RuleDraft): void => {
  const problem = draftProblem(draft);
  if (problem) throw refuse('RuleNotValid', { problem });
};
