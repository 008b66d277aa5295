import { type Points, splitByLargestRemainder } from '@fanloop/kernel';
import type { Course } from './course';
import type { LimitUse, PassReason, Step } from './decision';
import { type Effect, effectOf, givesPoints } from './effects';
import { type Facts, seenBy } from './facts';
import { type Limits, limitOf } from './limits';
import type { JudgingRule } from './rule';
import { budgetLine, capLine, grantLines } from './wording';

/** What one rule gives when its turn comes, after its caps and its budget. */
export interface Granted {
  readonly step: Step | null;
  readonly reason?: PassReason;
  readonly use?: LimitUse;
}

/** `course`: what the rules before it have given. */
export const granted = (rule: JudgingRule, facts: Facts, limits: Limits, course: Course): Granted => {
  const { draft } = rule;
  if (!givesPoints(draft.effect.kind)) return handedOut(rule, limits);
  const seen = seenBy(facts, draft.lines);
  const effect = effectOf({ rule, facts: seen, running: course.points, runningParts: course.parts });
  if ('nothing' in effect) return { step: null, reason: 'nothing' };
  const { points, parts, line } = effect;
  const limit = limitOf(rule, points, limits);
  if (!limit) return { step: stepOf(rule, effect, points, parts, [line]) };
  const { use, most, by } = limit;
  if (by === null) return { step: stepOf(rule, effect, points, parts, [line]), use };
  if (most === 0) return { step: null, reason: by === 'budget' ? 'budget' : 'cap', use };
  const said =
    by === 'budget' ? budgetLine(use.budgetLeft!, most) : capLine(by, draft.caps[by]!, use.used?.[by] ?? 0, most);
  return { step: stepOf(rule, effect, most, splitByLargestRemainder(most, parts), [line, said]), use };
};

const stepOf = (
  { key, draft }: JudgingRule,
  { arithmetic }: Effect,
  points: Points,
  parts: readonly Points[],
  lines: readonly string[],
): Step => {
  const step = { rule: key, name: draft.name, kind: draft.effect.kind, points, parts, arithmetic, lines };
  return draft.lot ? { ...step, lot: draft.lot } : step;
};

const handedOut = (rule: JudgingRule, limits: Limits): Granted => {
  const limit = limitOf(rule, 1, limits);
  const use = limit?.use;
  if (limit && limit.most === 0) return { step: null, reason: 'cap', use };
  const { key, draft } = rule;
  const { name, effect: grant } = draft;
  const lines = grantLines(draft);
  return { step: { rule: key, name, kind: grant.kind, points: 0, parts: [], grant, arithmetic: '1', lines }, use };
};
