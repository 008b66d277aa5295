import { assertDraft } from '../rules/draft-checks';
import { refuse } from '../rules/refusals';
import type { RuleDraft } from '../rules/rule';
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
