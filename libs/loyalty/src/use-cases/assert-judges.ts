import { assertDraft } from '../rules/judging/draft-checks';
import type { RuleDraft } from '../rules/judging/rule';
import { refuse } from '../rules/refusals';
import { compileCondition } from '../store/condition-engine';

/** A draft that judges: its fields are in order and its condition compiles. */
export const assertJudges = (draft: RuleDraft): void => {
  assertDraft(draft);
  if (!draft.condition) return;
  try {
    compileCondition(draft.condition);
  } catch {
    throw refuse('RuleNotValid', { problem: '条件无法识别' });
  }
};
