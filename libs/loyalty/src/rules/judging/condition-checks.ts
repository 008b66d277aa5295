import { factInfo } from './fact-catalogue';
import type { RuleTrigger } from './rule';

/** Operators that a condition may use: all pure. */
const OPERATORS = new Set(
  'var == === != !== > >= < <= and or ! !! in + - * / % min max if ?: cat substr some all none map filter reduce merge missing'.split(
    ' ',
  ),
);
/** They give their second operand the elements of a list to look at. */
export const LIST_OPERATORS = ['some', 'all', 'none', 'map', 'filter', 'reduce'];

const MOST_DEPTH = 20;
const MOST_NODES = 2000;

/** What keeps a tree from being a condition over the facts of this trigger; null when nothing does. */
export const conditionProblem = (tree: unknown, trigger: RuleTrigger): string | null => {
  let nodes = 0;
  /** Inside `map`, `filter` and the like, names belong to the elements of a list, not to the facts. */
  const look = (part: unknown, inList: boolean, depth: number): string | null => {
    nodes += 1;
    if (nodes > MOST_NODES || depth > MOST_DEPTH) return '条件过于复杂';
    if (Array.isArray(part)) return first(part, inList, depth);
    if (part === null || typeof part !== 'object') return null;
    const entries = Object.entries(part);
    if (entries.length !== 1) return '条件的每一层只能有一个运算';
    const [operator, operands] = entries[0]!;
    if (!OPERATORS.has(operator)) return `条件中有不认识的运算「${operator}」`;
    const list: unknown[] = Array.isArray(operands) ? operands : [operands];
    if (operator === 'var') return inList ? null : factProblem(list[0], trigger);
    if (LIST_OPERATORS.includes(operator)) return look(list[0], inList, depth + 1) ?? first(list.slice(1), true, depth);
    return first(list, inList, depth);
  };
  const first = (parts: readonly unknown[], inList: boolean, depth: number): string | null =>
    parts.reduce<string | null>((found, part) => found ?? look(part, inList, depth + 1), null);
  return look(tree, false, 0);
};

const factProblem = (name: unknown, trigger: RuleTrigger): string | null => {
  const info = typeof name === 'string' ? factInfo(name) : null;
  if (!info) return `条件中有不认识的事实「${String(name)}」`;
  return info.triggers && !info.triggers.includes(trigger) ? `「${info.label}」不适用于这个触发时机` : null;
};
