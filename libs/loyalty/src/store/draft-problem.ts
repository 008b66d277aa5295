import { problemOf } from '../rules/judging/draft-checks';
import type { RuleDraft } from '../rules/judging/rule';
import { compileCondition } from './condition-engine';

/** What keeps a draft from judging, in Chinese: a field that is not in order, or a condition that does not compile. */
export const draftProblem = (draft: RuleDraft): string | null => {
  const problem = problemOf(draft);
  if (problem || !draft.condition) return problem;
  try {
    compileCondition(draft.condition);
    return null;
  } catch {
    return '条件无法识别';
  }
};
