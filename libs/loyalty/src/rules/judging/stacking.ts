import type { PassReason } from './decision';
import type { JudgingRule } from './rule';

interface Passing {
  pass(reason: PassReason, rule: JudgingRule): void;
}

/** The higher priority first, then the older rule. */
export const byPriority = (a: JudgingRule, b: JudgingRule): number =>
  b.draft.priority - a.draft.priority || Number(a.ruleId) - Number(b.ruleId);

/** An exclusive rule leaves basic points and itself; of several the first by priority wins. */
export const withoutExcluded = (candidates: readonly JudgingRule[], course: Passing): readonly JudgingRule[] => {
  const [exclusive] = candidates.filter(({ draft }) => draft.exclusive).sort(byPriority);
  if (!exclusive) return candidates;
  return candidates.filter((rule) => {
    if (rule === exclusive || rule.draft.effect.kind === 'points-per-amount') return true;
    course.pass('excluded', rule);
    return false;
  });
};

/** Of each `first` group only the first by priority stays. */
export const withoutSeconds = (candidates: readonly JudgingRule[], course: Passing): readonly JudgingRule[] => {
  const firsts = new Map<string, JudgingRule>();
  for (const rule of [...candidates].sort(byPriority)) {
    const group = firstGroupOf(rule);
    if (group !== null && !firsts.has(group)) firsts.set(group, rule);
  }
  if (firsts.size === 0) return candidates;
  return candidates.filter((rule) => {
    const group = firstGroupOf(rule);
    if (group === null || firsts.get(group) === rule) return true;
    course.pass('group', rule);
    return false;
  });
};

const firstGroupOf = ({ draft: { stacking } }: JudgingRule): string | null =>
  stacking?.mode === 'first' ? stacking.group : null;
