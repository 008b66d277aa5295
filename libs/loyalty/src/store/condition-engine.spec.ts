import * as fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import { QuickTest } from '../rules/judging/quick-test';
import type { JsonLogic } from '../rules/judging/rule';
import { compileCondition, holdsNow } from './condition-engine';

const engine = new LogicEngine();
const slowly = (tree: object, facts: object): boolean => {
  try {
    return Boolean(engine.truthy(engine.run(tree as never, facts)));
  } catch {
    return false;
  }
};

const scalar = fc.constantFrom<unknown>(null, true, false, 0, 1, 2, 3000, -1, 0.5, '', 'gold', 'silver', '1', '3000');
const list = fc.array(fc.constantFrom<unknown>('gold', 'silver', 1, 2, ''), { maxLength: 3 });
const seen = fc.oneof(scalar, list, fc.constant(undefined));
const fact = fc.constantFrom({ var: 'a' }, { var: 'deep.b' });
const operator = fc.constantFrom('==', '===', '!=', '!==', '<', '<=', '>', '>=');
const comparison = fc.oneof(
  fc.tuple(operator, fact, scalar).map(([sign, a, b]) => ({ [sign]: [a, b] })),
  fc.tuple(operator, scalar, fact).map(([sign, a, b]) => ({ [sign]: [a, b] })),
  fc.tuple(fc.constantFrom('<', '<='), scalar, fact, scalar).map(([sign, a, b, c]) => ({ [sign]: [a, b, c] })),
  fc.tuple(fact, list).map(([a, b]) => ({ in: [a, b] })),
  fc.tuple(scalar, fact).map(([a, b]) => ({ in: [a, b] })),
  fc.tuple(fact, list).map(([a, b]) => ({ some: [a, { in: [{ var: '' }, b] }] })),
  fact,
);
const tree = fc.oneof(
  comparison,
  comparison.map((of) => ({ '!': [of] })),
);

describe('a compiled condition', () => {
  it('answers by the quick test what JsonLogic answers, for values of every kind', () => {
    let quick = 0;
    fc.assert(
      fc.property(tree, seen, seen, (of, a, b) => {
        const facts = { a, deep: { b } };
        const [part] = compileCondition(of).parts!;
        const leaf = part!.leaf;
        const value = leaf?.name === 'a' ? a : b;
        const answer = leaf ? new QuickTest(leaf).ask(value) : undefined;
        if (answer === undefined) return true;
        quick += 1;
        return answer === slowly(of, facts);
      }),
      { numRuns: 20_000 },
    );
    expect(quick).toBeGreaterThan(3000);
  });

  it('holds for every answer that JsonLogic counts as true, not for `true` alone', () => {
    const figure = { var: 'amountFen' };
    const either = { or: [figure, { '!': [figure] }] };
    const doubled = { '*': [figure, 2] };
    const answers = (of: JsonLogic) =>
      [0, 1, 17_999].map((amountFen) => compileCondition(of).holds({ amountFen } as never));
    expect(answers(figure)).toEqual([false, true, true]);
    expect(answers(doubled)).toEqual([false, true, true]);
    expect(answers({ and: [either] })).toEqual([true, true, true]);
    expect(holdsNow(either, { amountFen: 1 })).toBe(true);
    const list = { filter: [{ var: 'tags' }, { '===': [{ var: '' }, 'vip'] }] };
    expect(compileCondition(list).holds({ tags: ['vip'] } as never)).toBe(true);
    expect(compileCondition(list).holds({ tags: ['new'] } as never)).toBe(false);
  });

  it('does not hold where a comparison makes no sense, and never throws', () => {
    for (const senseless of [
      { '>=': [{ var: 'tier' }, 5] },
      { '==': [{ var: 'tier' }, 5] },
      { '+': [{ var: 'tier' }, 1] },
    ]) {
      expect(compileCondition(senseless).holds({ tier: 'gold' })).toBe(false);
      expect(holdsNow(senseless, { tier: 'gold' })).toBe(false);
    }
  });
});
