import { factName, type Leaf, leafOf } from './condition-leaf';
import { infoIn, leafPhrase, type Scope } from './fact-phrases';
import { type Names } from './sentence-names';
import { spaced } from './spacing';

/** A JsonLogic tree in words, as far as words help; what has none is shown as it is written. */
export const conditionText = (tree: unknown, names: Names): string => spaced(textOf(tree, names, 'event'));

/** The one comparison that a tree is, through groups of one; null when it is more. */
export const onlyLeaf = (tree: unknown): Leaf | null => {
  const group = groupOf(tree);
  return group?.parts.length === 1 ? onlyLeaf(group.parts[0]) : leafOf(tree);
};

const textOf = (tree: unknown, names: Names, scope: Scope): string => {
  const group = groupOf(tree);
  if (group) return groupText(group, names, scope);
  const leaf = leafOf(tree);
  if (leaf) return leafPhrase(leaf, names, scope);
  if (tree === null || typeof tree !== 'object') return typeof tree === 'string' ? `「${tree}」` : String(tree);
  if (Array.isArray(tree)) return tree.map((part) => textOf(part, names, scope)).join('、');
  const [operator = '', operands] = Object.entries(tree)[0] ?? [];
  const list: unknown[] = Array.isArray(operands) ? operands : [operands];
  if (operator === '!') return `不满足（${textOf(list[0], names, scope)}）`;
  if (operator === '!!') return textOf(list[0], names, scope);
  return quantified(operator, list, names) ?? computed(operator, list, names, scope) ?? JSON.stringify(tree);
};

interface Group {
  readonly by: 'and' | 'or';
  readonly parts: readonly unknown[];
}

const groupOf = (tree: unknown): Group | null => {
  if (tree === null || typeof tree !== 'object' || Array.isArray(tree)) return null;
  const [operator, operands] = Object.entries(tree)[0] ?? [];
  if (operator !== 'and' && operator !== 'or') return null;
  return { by: operator, parts: Array.isArray(operands) ? operands : [operands] };
};

const groupText = ({ by, parts }: Group, names: Names, scope: Scope): string =>
  parts
    .map((part) => {
      const inner = groupOf(part);
      const text = textOf(part, names, scope);
      return inner && inner.parts.length > 1 && parts.length > 1 ? `（${text}）` : text;
    })
    .join(by === 'and' ? '，且' : '，或');

const QUANTIFIERS: Readonly<Record<string, string>> = {
  some: '有一种商品',
  all: '每种商品都',
  none: '没有一种商品',
};

/** Tests of the basket's lines: 有一种商品满足（品类为「茶饮」，且件数不少于 2 件）. */
const quantified = (operator: string, [list, test]: readonly unknown[], names: Names): string | null => {
  const word = QUANTIFIERS[operator];
  return word && factName(list) === 'lines' ? `${word}满足（${textOf(test, names, 'line')}）` : null;
};

const COMPUTED: Readonly<Record<string, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const COMPARED: Readonly<Record<string, string>> = {
  '==': '等于',
  '===': '等于',
  '!=': '不等于',
  '!==': '不等于',
  '>': '大于',
  '>=': '不小于',
  '<': '小于',
  '<=': '不大于',
  in: '属于',
};

/** Comparisons of something computed, or of two facts. */
const computed = (operator: string, list: readonly unknown[], names: Names, scope: Scope): string | null => {
  const parts = list.map((part) => {
    const fact = factName(part);
    return fact === null ? textOf(part, names, scope) : (infoIn(fact, scope)?.label ?? fact);
  });
  const sign = COMPUTED[operator];
  if (sign && parts.length > 1) return `（${parts.join(` ${sign} `)}）`;
  if (operator === '%' && parts.length === 2) return `${parts[0]}除以${parts[1]}的余数`;
  if (operator === 'min' || operator === 'max') return `${parts.join('、')}中${operator === 'min' ? '最小' : '最大'}的`;
  const multiple = operator.startsWith('==') ? multipleText(list, names, scope) : null;
  if (multiple) return multiple;
  const word = COMPARED[operator];
  return word && parts.length === 2 ? `${parts[0]}${word}${parts[1]}` : null;
};

/** “连续签到天数是 7 的倍数”: how people say that nothing is left over. */
const multipleText = ([division, rest]: readonly unknown[], names: Names, scope: Scope): string | null => {
  if (rest !== 0 || division === null || typeof division !== 'object' || !('%' in division)) return null;
  const operands = division['%'];
  if (!Array.isArray(operands) || operands.length !== 2) return null;
  const fact = factName(operands[0]);
  const what = fact === null ? textOf(operands[0], names, scope) : (infoIn(fact, scope)?.label ?? fact);
  return `${what}是${textOf(operands[1], names, scope)}的倍数`;
};
