import {
  defaultRuleProcessorJsonLogic,
  formatQuery,
  type RuleGroupType,
  type RuleProcessor,
  type RuleType,
} from 'react-querybuilder';
import { parseJsonLogic } from 'react-querybuilder/parseJsonLogic';

export type Tree = { [operator: string]: unknown };
export type Query = RuleGroupType;

export const EMPTY_QUERY: Query = { combinator: 'and', rules: [] };

/** “Has one of”: not an operator of JsonLogic, but `some` with `in`. */
export const HAS_ANY = 'hasAny';
export const HAS_NONE = 'hasNone';

/** Lists of the library are texts unless one asks for arrays; ours keep their numbers. */
const process: RuleProcessor = (rule, options) => {
  if (rule.operator === HAS_ANY || rule.operator === HAS_NONE) {
    const some = { some: [{ var: rule.field }, { in: [{ var: '' }, rule.value] }] };
    return rule.operator === HAS_ANY ? some : { '!': some };
  }
  if (rule.operator === 'in' || rule.operator === 'notIn') {
    const within = { in: [{ var: rule.field }, Array.isArray(rule.value) ? rule.value : [rule.value]] };
    return rule.operator === 'in' ? within : { '!': within };
  }
  if (rule.operator === 'between') {
    const [low, high] = Array.isArray(rule.value) ? rule.value : [rule.value, rule.value];
    return { '<=': [low, { var: rule.field }, high] };
  }
  return defaultRuleProcessorJsonLogic(rule, options);
};

/** The condition that a query means; null for one without rules. A group of one is what it holds. */
export const treeOf = (query: Query): Tree | null => {
  if (isEmpty(query)) return null;
  const tree = formatQuery(query, { format: 'jsonlogic', ruleProcessor: process, validator: () => true });
  return typeof tree === 'object' ? (plain(tree) as Tree) : null;
};

const isEmpty = (query: Query): boolean =>
  query.rules.every((part) => typeof part === 'object' && 'rules' in part && isEmpty(part));

/**
 * The query that shows a condition; null when the builder cannot show all of it. Nothing is lost on the way: what comes back
 * from the query must be the condition itself.
 */
export const queryOf = (tree: Tree | null): Query | null => {
  if (tree === null) return EMPTY_QUERY;
  const known = plain(tree);
  const query = parseJsonLogic(marked(known) as never, {
    listsAsArrays: true,
    jsonLogicOperations: { [HAS_ANY]: ([of, value]: [{ var: string }, unknown[]]) => rule(of.var, HAS_ANY, value) },
  }) as Query;
  const shown = withNones(query);
  return hasOthers(shown) || !isSame(treeOf(shown), known) ? null : shown;
};

const rule = (field: string, operator: string, value: unknown): RuleType => ({ field, operator, value });

/** Not has-any, as the library reads it: a group that is negated. */
const withNones = (query: Query): Query => {
  const rules = query.rules.map((part) => {
    if (!('rules' in part)) return part;
    const [only] = part.rules;
    const isNone = part.not && part.rules.length === 1 && only && 'operator' in only && only.operator === HAS_ANY;
    return isNone ? rule(only.field, HAS_NONE, only.value) : withNones(part);
  });
  const [only] = rules;
  const isNone = query.not && rules.length === 1 && only && 'operator' in only && only.operator === HAS_ANY;
  return isNone
    ? { combinator: 'and', rules: [rule(only.field, HAS_NONE, only.value)] }
    : ({ ...query, rules } as Query);
};

/** Tests of lists by their elements, and facts compared with facts: the library has a way for them, our screen has none. */
const hasOthers = (query: Query): boolean =>
  query.rules.some((part) =>
    'rules' in part ? hasOthers(part) : part.match !== undefined || part.valueSource === 'field',
  );

const isNode = (part: unknown): part is Tree => typeof part === 'object' && part !== null && !Array.isArray(part);

const MIRRORED: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' };

/** The same condition in one way of writing: no groups of one, operands in lists, the fact before the figure. */
export const plain = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(plain);
  if (!isNode(part)) return part;
  const [operator = '', operands] = Object.entries(part)[0] ?? [];
  if (operator === 'var') return { var: Array.isArray(operands) && operands.length === 1 ? operands[0] : operands };
  const list = (Array.isArray(operands) ? operands : [operands]).map(plain);
  if ((operator === 'and' || operator === 'or') && list.length === 1) return list[0];
  if (operator === '!') return { '!': list[0] };
  const [left, right] = list;
  const mirrored = MIRRORED[operator];
  if (mirrored && list.length === 2 && !isNode(left) && isNode(right) && 'var' in right)
    return { [mirrored]: [right, left] };
  return { [operator]: list };
};

/** `some … in …` as an operation of its own, which the parser hands to us. */
const marked = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(marked);
  if (!isNode(part)) return part;
  const [operator = '', operands] = Object.entries(part)[0] ?? [];
  if (operator === 'some' && Array.isArray(operands)) {
    const [list, test] = operands as [unknown, unknown];
    const inner = isNode(test) && Array.isArray(test['in']) ? (test['in'] as unknown[]) : [];
    if (isNode(inner[0]) && inner[0]['var'] === '' && Array.isArray(inner[1])) return { [HAS_ANY]: [list, inner[1]] };
  }
  return { [operator]: marked(operands) };
};

export const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
