/** How a fact is compared with a figure, a word or a list of them. */
export type Comparison =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not-in'
  | 'between'
  | 'within'
  | 'has'
  | 'has-not';

/** One comparison of one fact: what conditions are made of, for nearly all of them. */
export interface Leaf {
  /** As in `{"var": name}`. */
  readonly name: string;
  readonly is: Comparison;
  readonly value: unknown;
}

const MIRRORED: Readonly<Record<string, Comparison>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const OPPOSITE: Partial<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  in: 'not-in',
  'not-in': 'in',
  has: 'has-not',
  'has-not': 'has',
};

/** The tree as one comparison; null when it is more, or something else. A fact alone is a yes-no question. */
export const leafOf = (tree: unknown): Leaf | null => {
  if (!isObject(tree)) return null;
  const [operator = '', operands] = Object.entries(tree)[0] ?? [];
  const list: unknown[] = Array.isArray(operands) ? operands : [operands];
  if (operator === 'var') return yes(factName(tree));
  if (operator === '!!') return list.length === 1 ? yes(factName(list[0])) : null;
  if (operator === '!') return opposite(list[0]);
  if (operator === 'in') return membership(list);
  if (operator === 'some') return anyOf(list);
  return comparison(operator, list);
};

/** The name in `{"var": "hour"}`; null for anything else. */
export const factName = (tree: unknown): string | null => {
  if (!isObject(tree) || !('var' in tree)) return null;
  const name: unknown = Array.isArray(tree['var']) ? tree['var'][0] : tree['var'];
  return typeof name === 'string' ? name : null;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((one) => !isObject(one)) : !isObject(value);

const yes = (name: string | null): Leaf | null => (name === null ? null : { name, is: '=', value: true });

const opposite = (tree: unknown): Leaf | null => {
  const leaf = leafOf(tree);
  const is = leaf && OPPOSITE[leaf.is];
  return leaf && is ? { ...leaf, is } : null;
};

const membership = ([one, all]: readonly unknown[]): Leaf | null => {
  const fact = factName(one);
  if (fact !== null && Array.isArray(all) && isPlain(all)) return { name: fact, is: 'in', value: all };
  const list = factName(all);
  return list !== null && isPlain(one) ? { name: list, is: 'has', value: [one] } : null;
};

/** `{"some": [{"var": "tags"}, {"in": [{"var": ""}, ["a", "b"]]}]}`: the list has one of these. */
const anyOf = ([all, test]: readonly unknown[]): Leaf | null => {
  const list = factName(all);
  const leaf = isObject(test) && 'in' in test ? leafOf(test) : null;
  return list !== null && leaf?.name === '' && leaf.is === 'in' ? { name: list, is: 'has', value: leaf.value } : null;
};

const comparison = (operator: string, list: readonly unknown[]): Leaf | null => {
  const is = operator.replace(/^([=!])==?$/, (_, sign) => (sign === '=' ? '=' : '!=')) as Comparison;
  if (!['=', '!=', '<', '<=', '>', '>='].includes(is)) return null;
  const [left, middle, right] = list;
  const inner = factName(middle);
  if (list.length === 3 && inner !== null && isPlain(left) && isPlain(right))
    return is === '<=' || is === '<'
      ? { name: inner, is: is === '<=' ? 'between' : 'within', value: [left, right] }
      : null;
  if (list.length !== 2) return null;
  const fact = factName(left);
  if (fact !== null && isPlain(middle)) return { name: fact, is, value: middle };
  return inner !== null && isPlain(left) ? { name: inner, is: MIRRORED[is] ?? is, value: left } : null;
};
