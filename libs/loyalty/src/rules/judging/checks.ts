import { leafOf } from './condition-leaf';
import { conditionText } from './condition-text';
import { factInfo } from './fact-catalogue';
import { valuePhrase } from './fact-phrases';
import type { Names } from './sentence-names';
import { spaced } from './spacing';

/** One comparison of a condition with what was seen: 实付金额满 ¥100 — ¥38 — no. */
export interface Check {
  readonly text: string;
  /** The actual value in words; empty where the comparison asks for more than one fact. */
  readonly actual: string;
  readonly holds: boolean;
}

/** Whether a tree holds for facts: given from outside, because rules import no engine. */
export type Holds = (tree: unknown, facts: object) => boolean;

/** Every comparison that a condition makes, in its order, with the actual values against the thresholds. */
export const checksOf = (tree: unknown, facts: object, holds: Holds, names: Names): Check[] => {
  const parts = partsOf(tree);
  if (parts) return parts.flatMap((part) => checksOf(part, facts, holds, names));
  const leaf = leafOf(tree);
  const info = leaf && factInfo(leaf.name);
  const actual = leaf && info ? spaced(valuePhrase(info, valueAt(facts, leaf.name), names)) : '';
  return [{ text: conditionText(tree, names), actual, holds: holds(tree, facts) }];
};

const partsOf = (tree: unknown): readonly unknown[] | null => {
  if (tree === null || typeof tree !== 'object') return null;
  const [operator, operands] = Object.entries(tree)[0] ?? [];
  return (operator === 'and' || operator === 'or') && Array.isArray(operands) ? operands : null;
};

const valueAt = (facts: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value !== null && typeof value === 'object' ? Reflect.get(value, key) : null),
      facts,
    );
