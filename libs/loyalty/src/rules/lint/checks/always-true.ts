import { normalise } from '../cases/normalise';
import { type Analysed, type Context, impossibility } from '../cases/rule-cases';
import type { Warning } from '../model/warning';
import { type Check, warn } from './check';
import { branches, conjuncts } from './tree-parts';
import { partText } from './words';

/** A condition, a part of one, or a line filter that excludes nothing. */
export const alwaysTrue: Check = (subject, _others, context) => [
  ...idleCondition(subject, context),
  ...idleFilter(subject, context),
];

const idleCondition = (subject: Analysed, context: Context): readonly Warning[] => {
  const { condition } = subject.draft;
  if (condition === null) return [];
  if (holdsAlways(condition, subject, context)) {
    const message = `条件${partText(condition, context.world)}没有排除任何情况，与没有条件一样`;
    return [warn('always-true', subject, { path: 'condition', message })];
  }
  // A branch that always holds makes the whole `or` hold, so it is found there or in the `and` around it.
  const parts = [...conjuncts(condition), ...branches(condition).flatMap(conjuncts)];
  return [...new Set(parts)]
    .filter((part) => part !== condition && holdsAlways(part, subject, context))
    .map((part) =>
      warn('always-true', subject, {
        severity: 'info',
        path: 'condition',
        message: `条件中的${partText(part, context.world)}没有排除任何情况，可以去掉`,
      }),
    );
};

const holdsAlways = (tree: unknown, { draft }: Analysed, context: Context): boolean => {
  const opposite = normalise(tree, false, context.world, draft);
  return opposite.total && impossibility(opposite, context) !== null;
};

/** What is given whole, whatever the basket holds: only a condition on the eligible lines keeps it to them. */
const idleFilter = (subject: Analysed, _context: Context): readonly Warning[] => {
  const { lines, effect, condition } = subject.draft;
  if (!lines || asksForLines(condition)) return [];
  const whole =
    ['fixed-points', 'coupon', 'tag', 'message'].includes(effect.kind) ||
    (effect.kind === 'tier-points' && effect.perFen === null);
  if (!whole) return [];
  const named = [...lines.categories, ...lines.skus].map((name) => `「${name}」`).join('、');
  const message = `适用商品（${lines.except ? '除' : ''}${named}${lines.except ? '以外' : ''}）没有排除任何消费：这种奖励不看商品明细，不含这些商品的消费也会得到。请在条件里加上「适用商品行数不低于 1」`;
  return [warn('always-true', subject, { path: 'lines', message })];
};

const asksForLines = (condition: unknown): boolean =>
  /"(eligible\.|categories"|lines")/.test(JSON.stringify(condition));
