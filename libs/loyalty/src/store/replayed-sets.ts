import type { JudgingRule, RuleDraft } from '../rules/judging/rule';
import type { PlannedChange } from '../rules/replay/plan';
import { toJudging } from './condition-engine';

/** New rules are the youngest of all: on equal priority they work last. */
const FIRST_NEW_ID = 9_000_000_000_000;

/** The sets that a replay plays: the active one, and with changes the changed one. Drafts count as version 0. */
export const replayedSets = (
  active: readonly JudgingRule[],
  changes: readonly PlannedChange[],
  { from, until }: { readonly from: Date; readonly until: Date },
): (readonly JudgingRule[])[] => {
  if (changes.length === 0) return [active];
  const replaced = new Set(changes.map((change) => change.ruleId));
  const drafts = changes.flatMap(({ ruleId, draft }, i) =>
    draft ? [toJudging(ruleId ?? String(FIRST_NEW_ID + i), 0, fitted(draft, from, until))] : [],
  );
  return [active, [...active.filter((rule) => !replaced.has(rule.ruleId)), ...drafts]];
};

/** A draft for a time that the replayed period does not touch is replayed as if it were valid all the time. */
const fitted = (draft: RuleDraft, from: Date, until: Date): RuleDraft =>
  isOutside(draft, from, until) ? { ...draft, validFrom: null, validUntil: null } : draft;

export const isOutside = ({ validFrom, validUntil }: RuleDraft, from: Date, until: Date): boolean =>
  (validFrom !== null && new Date(validFrom) >= until) || (validUntil !== null && new Date(validUntil) <= from);
