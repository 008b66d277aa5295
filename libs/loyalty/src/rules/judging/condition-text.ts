import { type FactInfo, factInfo } from './fact-catalogue';
import type { Names } from './sentence-names';
import { shortFen } from './wording';

const COMPARISONS: Readonly<Record<string, string>> = {
  '==': '是',
  '===': '是',
  '!=': '不是',
  '!==': '不是',
  '>': '大于',
  '>=': '不低于',
  '<': '小于',
  '<=': '不超过',
  in: '属于',
};

/** A JsonLogic tree in words, as far as words help; what has none is shown as it is written. */
export const conditionText = (tree: unknown, names: Names): string => {
  if (tree === null || typeof tree !== 'object') return plain(tree);
  if (Array.isArray(tree)) return tree.map((part) => conditionText(part, names)).join('、');
  const [operator = '', operands] = Object.entries(tree)[0] ?? [];
  const list: unknown[] = Array.isArray(operands) ? operands : [operands];
  if (operator === 'var') return factInfo(String(list[0]))?.label ?? String(list[0]);
  if (operator === 'and' || operator === 'or') return joined(operator, list, names);
  if (operator === '!' || operator === '!!') return negated(operator, list[0], names);
  const word = COMPARISONS[operator];
  if (word && list.length === 2) return compared(word, operator, list, names);
  if (word && list.length === 3 && operator.startsWith('<')) return between(operator, list, names);
  return JSON.stringify(tree);
};

const joined = (operator: string, list: readonly unknown[], names: Names): string =>
  list
    .map((part) => {
      const text = conditionText(part, names);
      return operator === 'and' && isOr(part) ? `（${text}）` : text;
    })
    .join(operator === 'and' ? '且' : '或');

const isOr = (tree: unknown): boolean => tree !== null && typeof tree === 'object' && 'or' in tree;

const negated = (operator: string, part: unknown, names: Names): string => {
  const text = conditionText(part, names);
  return operator === '!!' ? text : `不满足（${text}）`;
};

const compared = (word: string, operator: string, [left, right]: readonly unknown[], names: Names): string => {
  const fact = infoOf(left);
  if (operator === 'in') {
    const list = infoOf(right);
    if (list) return `${list.label}有${valueText(left, list, names)}`;
    return `${conditionText(left, names)}属于${(Array.isArray(right) ? right : [right]).map((one) => valueText(one, fact, names)).join('、')}`;
  }
  if (fact?.type === 'yes-no' && typeof right === 'boolean')
    return (right === !operator.startsWith('!') ? '' : '不是') + fact.label;
  return `${conditionText(left, names)}${word}${valueText(right, fact, names)}`;
};

const between = (operator: string, [low, middle, high]: readonly unknown[], names: Names): string => {
  const fact = infoOf(middle);
  const words = operator === '<=' ? '在' : '介于';
  return `${conditionText(middle, names)}${words} ${valueText(low, fact, names)} 到 ${valueText(high, fact, names)}${operator === '<=' ? '之间（含）' : '之间'}`;
};

const infoOf = (tree: unknown): FactInfo | null => {
  if (tree === null || typeof tree !== 'object' || !('var' in tree)) return null;
  const name = (tree as { var: unknown }).var;
  return factInfo(String(Array.isArray(name) ? name[0] : name));
};

const valueText = (value: unknown, fact: FactInfo | null, names: Names): string => {
  if (value !== null && typeof value === 'object') return conditionText(value, names);
  const choice = fact?.choices?.find(([key]) => key === String(value))?.[1];
  if (choice) return `「${choice}」`;
  if (fact?.type === 'money' && typeof value === 'number') return ` ${shortFen(value)}`;
  const known =
    fact?.from === 'tiers'
      ? names.tiers
      : fact?.from === 'stores'
        ? names.stores
        : fact?.from === 'tags'
          ? names.tags
          : undefined;
  return plain(known?.get(String(value)) ?? value);
};

const plain = (value: unknown): string => (typeof value === 'string' ? `「${value}」` : ` ${String(value)}`);
