import { type Fen, formatFen, formatPoints, type Points } from '@fanloop/kernel';
import type { Decision } from './decision';
import { type RuleSet, triggerKey } from './evaluate';
import { eligibleOf, type Facts, matchesLine } from './facts';
import type { JudgingRule } from './rule';

/** “再买 ¥12.00 可多得 20 分” */
export interface Hint {
  readonly missingFen: Fen;
  readonly morePoints: Points;
  readonly text: string;
}

/** A hint must be near: no more than this, or half of the basket again. */
const NEAR_FEN = 5000;

/**
 * The nearest threshold that the basket just misses: of the rules whose condition failed, those that compare an amount with a
 * figure which is not far away. The basket with that much more is judged again, so that the promise is what the till will keep.
 */
export const hintOf = (
  set: RuleSet,
  decision: Decision,
  facts: Facts,
  decide: (more: Facts) => Pick<Decision, 'points' | 'steps'>,
): Hint | null => {
  const missed = new Set(decision.passed.condition ?? []);
  if (missed.size === 0 || facts.lines.length === 0) return null;
  const rules = set.get(triggerKey(facts.trigger, facts.eventName))?.rules ?? [];
  const most = Math.max(NEAR_FEN, Math.floor(facts.amountFen / 2));
  const steps = new Map<Fen, { readonly more: Facts; readonly keys: string[] }>();
  for (const rule of rules) {
    if (!missed.has(rule.key)) continue;
    for (const threshold of thresholdsOf(rule.draft.condition)) {
      const missing = threshold - eligibleOf(facts.lines, rule.draft.lines).amountFen;
      const more = missing > 0 && missing <= most ? withMore(facts, rule, missing) : null;
      const known = steps.get(missing);
      if (known) known.keys.push(rule.key);
      else if (more) steps.set(missing, { more, keys: [rule.key] });
    }
  }
  for (const [missingFen, { more, keys }] of [...steps].sort(([a], [b]) => a - b)) {
    // What the added amount earns anyway is no reason to buy more: a rule that was missed must give something then.
    const again = decide(more);
    const morePoints = again.points - decision.points;
    const isReached = again.steps.some((step) => keys.includes(step.rule) && step.points > 0);
    const text = `再买 ${formatFen(missingFen)} 可多得 ${formatPoints(morePoints)} 分`;
    if (isReached && morePoints > 0) return { missingFen, morePoints, text };
  }
  return null;
};

const AMOUNTS = ['amountFen', 'eligible.amountFen'];

/** Figures in fen that a condition compares the amount with. */
const thresholdsOf = (tree: unknown): Fen[] => {
  if (tree === null || typeof tree !== 'object') return [];
  if (Array.isArray(tree)) return tree.flatMap(thresholdsOf);
  return Object.entries(tree).flatMap(([operator, operands]) => {
    const [left, right] = Array.isArray(operands) ? operands : [operands];
    if ((operator === '>=' || operator === '>') && isAmount(left) && typeof right === 'number')
      return [operator === '>' ? right + 1 : right];
    return thresholdsOf(operands);
  });
};

const isAmount = (tree: unknown): boolean =>
  tree !== null && typeof tree === 'object' && AMOUNTS.includes(String((tree as { var?: unknown }).var));

/** The same basket with more of a line that the rule looks at; null when it has none. */
const withMore = (facts: Facts, { draft }: JudgingRule, missing: Fen): Facts | null => {
  const at = facts.lines.findIndex((line) => !draft.lines || matchesLine(draft.lines, line));
  if (at < 0) return null;
  const lines = facts.lines.map((line, i) => (i === at ? { ...line, amountFen: line.amountFen + missing } : line));
  const eligible = eligibleOf(lines, null);
  return { ...facts, lines, amountFen: eligible.amountFen, eligible };
};
