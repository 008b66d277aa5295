import { LogicEngine } from 'json-logic-engine';
import { LIST_OPERATORS } from '../rules/judging/condition-checks';
import type { Condition, JsonLogic, JudgingRule, RuleDraft } from '../rules/judging/rule';

/** Compiles JsonLogic trees to plain functions (about 70 µs each): once per rule version, never per purchase. */
const engine = new LogicEngine();

export const compileCondition = (tree: JsonLogic): Condition => {
  const judge = engine.build(tree as never) as (facts: object) => unknown;
  const paths = [...new Set(pathsOf(tree, false))];
  return {
    holds: (facts) => engine.truthy(judge(facts)) === true,
    values: (facts) => Object.fromEntries(paths.map((path) => [path, valueAt(facts, path)])),
  };
};

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
