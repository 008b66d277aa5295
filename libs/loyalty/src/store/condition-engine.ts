import { LogicEngine } from 'json-logic-engine';
import { LIST_OPERATORS } from '../rules/judging/condition-checks';
import { leafOf } from '../rules/judging/condition-leaf';
import type { Condition, JsonLogic, JudgingRule, RuleDraft, Test } from '../rules/judging/rule';

/** Compiles JsonLogic trees to plain functions (about 70 µs each): once per rule version, never per purchase. */
const engine = new LogicEngine();

export const compileCondition = (tree: JsonLogic): Condition => {
  const parts = conjunctsOf(tree).map(testOf);
  const paths = [...new Set(pathsOf(tree, false))];
  return {
    parts,
    holds: (facts) => parts.every((part) => part.holds(facts)),
    values: (facts) => Object.fromEntries(paths.map((path) => [path, valueAt(facts, path)])),
  };
};

const MAX_REMEMBERED = 20_000;
const tests = new Map<string, Test>();

/** Equal trees are one test, whichever rules they belong to. */
const testOf = (tree: unknown): Test => {
  const text = JSON.stringify(tree);
  const known = tests.get(text);
  if (known) return known;
  if (tests.size >= MAX_REMEMBERED) tests.clear();
  const judge = engine.build(tree as never) as (facts: object) => unknown;
  const test = { holds: (facts: object) => held(() => judge(facts)), leaf: leafOf(tree) };
  tests.set(text, test);
  return test;
};

/**
 * A comparison that makes no sense (a word with a figure) does not hold: the engine throws, and no purchase may end there.
 * An answer need not be a boolean (`or` gives the operand itself): what counts as true is JsonLogic's to say.
 */
const held = (judge: () => unknown): boolean => {
  try {
    return Boolean(engine.truthy(judge()));
  } catch {
    return false;
  }
};

/** What a tree asks all at once: the operands of `and`, through all its levels. */
const conjunctsOf = (tree: unknown): unknown[] => {
  const operands = tree !== null && typeof tree === 'object' && (tree as { and?: unknown }).and;
  return Array.isArray(operands) && operands.length > 0 && Object.keys(tree as object).length === 1
    ? operands.flatMap(conjunctsOf)
    : [tree];
};
/** Whether any tree holds, without compiling it: for explanations, which look at each part of a condition once. */
export const holdsNow = (tree: unknown, facts: object): boolean => held(() => engine.run(tree as never, facts));

/** Names of facts that a tree asks for; names inside `map` and the like belong to list elements and are left out. */
const pathsOf = (tree: unknown, inList: boolean): string[] => {
  if (Array.isArray(tree)) return tree.flatMap((part) => pathsOf(part, inList));
  if (tree === null || typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([operator, operands]) => {
    const list: unknown[] = Array.isArray(operands) ? operands : [operands];
    if (operator === 'var') return inList ? [] : [String(list[0])];
    if (!LIST_OPERATORS.includes(operator)) return pathsOf(list, inList);
    return [...pathsOf(list[0], inList), ...pathsOf(list.slice(1), true)];
  });
};

const valueAt = (facts: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value === null || value === undefined ? null : Reflect.get(Object(value), key)),
      facts,
    ) ?? null;

/** A draft as a rule that judges; also for trying one out before it is saved. */
export const toJudging = (ruleId: string, version: number, draft: RuleDraft): JudgingRule => ({
  ruleId,
  version,
  key: `${ruleId}.${version}`,
  draft,
  valid: {
    from: draft.validFrom ? new Date(draft.validFrom) : null,
    until: draft.validUntil ? new Date(draft.validUntil) : null,
  },
  stores: draft.stores ? new Set(draft.stores) : null,
  channels: draft.channels ? new Set(draft.channels) : null,
  condition: draft.condition ? compileCondition(draft.condition) : null,
  readsEligible: draft.lines !== null && JSON.stringify(draft.condition).includes('"eligible.'),
});
