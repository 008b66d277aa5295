import { isSame, plain, type Query, queryOf, type Tree, treeOf } from './tree';

const fact = (name: string) => ({ var: name });

/** Conditions that the builder shows, and the operators by which it shows them. */
const SHOWN: readonly (readonly [Tree, string])[] = [
  [{ '==': [fact('isBirthday'), true] }, 'isBirthday ='],
  [{ '==': [fact('isHoliday'), false] }, 'isHoliday ='],
  [{ in: [fact('weekday'), [6, 7]] }, 'weekday in'],
  [{ '!': { in: [fact('tier'), ['gold', 'rock']] } }, 'tier notIn'],
  [{ '<=': [14, fact('hour'), 17] }, 'hour between'],
  [{ '<=': ['2026-06-01', fact('day'), '2026-06-18'] }, 'day between'],
  [{ in: ['茶饮', fact('categories')] }, 'categories contains'],
  [{ '!': { in: ['茶饮', fact('categories')] } }, 'categories doesNotContain'],
  [{ some: [fact('tags'), { in: [fact(''), ['a', 'b']] }] }, 'tags hasAny'],
  [{ '!': { some: [fact('tags'), { in: [fact(''), ['a', 'b']] }] } }, 'tags hasNone'],
  [{ '==': [fact('tier'), null] }, 'tier null'],
  [{ '!=': [fact('tier'), null] }, 'tier notNull'],
  [{ '>=': [fact('history.amountFen.d90'), 100_000] }, 'history.amountFen.d90 >='],
  [{ '==': [fact('event.score'), 3] }, 'event.score ='],
  [
    { and: [{ in: [fact('weekday'), [6, 7]] }, { or: [{ '>': [fact('amountFen'), 1] }, { '<': [fact('hour'), 3] }] }] },
    'weekday in and (amountFen > or hour <)',
  ],
  [{ '!': { and: [{ '==': [fact('hour'), 3] }, { '==': [fact('weekday'), 3] }] } }, 'not (hour = and weekday =)'],
  [
    { and: [{ '!': { some: [fact('tags'), { in: [fact(''), ['a']] }] } }, { '==': [fact('month'), 6] }] },
    'tags hasNone and month =',
  ],
];

const read = (query: Query): string => {
  const parts = query.rules.map((part) => ('rules' in part ? `(${read(part)})` : `${part.field} ${part.operator}`));
  const text = parts.join(` ${query.combinator} `);
  return query.not ? `not (${text})` : text;
};

describe('conditions in the builder', () => {
  it.each(SHOWN)('%j', (tree, shown) => {
    const query = queryOf(tree);
    expect(query && read(query)).toBe(shown);
    expect(treeOf(query!)).toEqual(plain(tree));
  });

  it.each<[string, Tree, Tree]>([
    ['a group of one', { and: [{ '==': [fact('hour'), 3] }] }, { '==': [fact('hour'), 3] }],
    ['the figure first', { '<=': [100, fact('amountFen')] }, { '>=': [fact('amountFen'), 100] }],
    ['operands in a list', { '!': [{ in: ['a', fact('tags')] }] }, { '!': { in: ['a', fact('tags')] } }],
    ['a fact in a list', { '==': [{ var: ['hour'] }, 3] }, { '==': [fact('hour'), 3] }],
  ])('reads %s as the same', (_, tree, same) => expect(treeOf(queryOf(tree)!)).toEqual(same));

  it.each<[string, Tree]>([
    ['a calculation', { '==': [{ '%': [fact('dayOfMonth'), 2] }, 0] }],
    ['two facts', { '>': [fact('amountFen'), fact('history.amountFen.d30')] }],
    ['lines of the basket', { some: [fact('lines'), { '>': [fact('amountFen'), 100] }] }],
    ['a choice', { if: [fact('isHoliday'), true, false] }],
    ['a fact alone', { and: [fact('isHoliday'), { '==': [fact('hour'), 3] }] }],
    ['one of many', { and: [{ '==': [fact('hour'), 3] }, { '>': [{ '+': [fact('hour'), 1] }, 3] }] }],
    ['a half-open range', { '<': [1, fact('hour'), 5] }],
  ])('leaves %s to the text view', (_, tree) => expect(queryOf(tree)).toBeNull());

  it('has no condition without rules', () => {
    expect(queryOf(null)).toEqual({ combinator: 'and', rules: [] });
    expect(treeOf({ combinator: 'and', rules: [] })).toBeNull();
    expect(treeOf({ combinator: 'or', rules: [{ combinator: 'and', rules: [] }] })).toBeNull();
  });

  it('keeps numbers numbers and texts texts', () => {
    const tree = { and: [{ in: [fact('weekday'), [6, 7]] }, { in: [fact('storeId'), ['6', '7']] }] };
    expect(JSON.stringify(treeOf(queryOf(tree)!))).toBe(JSON.stringify(tree));
  });

  it('comes back the same for random conditions, however deep', () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const random = (depth: number): Tree => {
      if (depth === 0 || next(3) === 0) return SHOWN[next(SHOWN.length - 3)]![0];
      const parts = Array.from({ length: 2 + next(3) }, () => random(depth - 1));
      const group = { [next(2) ? 'and' : 'or']: parts };
      return next(5) === 0 ? { '!': group } : group;
    };
    for (let i = 0; i < 100; i += 1) {
      const tree = random(4);
      const query = queryOf(tree);
      expect(query).not.toBeNull();
      expect(isSame(treeOf(query!), plain(tree))).toBe(true);
    }
  });
});
