import * as fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import { normalise } from './cases/normalise';
import { type Context, contextOf, impossibility } from './cases/rule-cases';
import { randomCondition } from './spec-builders/random-conditions';
import { type Pick, randomFacts, TIER_CODES } from './spec-builders/random-facts';

const byChance = <T>(build: (pick: Pick) => T): fc.Arbitrary<T> =>
  fc.gen().map((chance) => build((values) => values[chance(fc.nat, { max: values.length - 1 })]!));

const engine = new LogicEngine();
const contextWith = (codes: readonly string[]): Context =>
  contextOf({
    rules: [],
    tiers: codes.map((code, i) => ({ code, name: code, enterAt: i * 2000, multiplierPercent: 100 })),
    settings: { fenPer100Points: 100 },
    today: '2026-06-15',
  });
const viewer = { trigger: 'purchase', lines: null } as const;

const verdict = (tree: unknown, context: Context): 'never' | 'always' | 'sometimes' => {
  if (impossibility(normalise(tree, true, context.world, viewer), context)) return 'never';
  const opposite = normalise(tree, false, context.world, viewer);
  return opposite.total && impossibility(opposite, context) ? 'always' : 'sometimes';
};

const purchases = fc.sample(byChance(randomFacts), 300);

/** What the engine answers for the purchases; a condition that throws does not hold. */
const answersOf = (tree: unknown): unknown[] => {
  const judge = engine.build(tree as never) as unknown;
  // What has no fact in it is answered when it is built.
  if (typeof judge !== 'function') return [judge];
  return purchases.map((facts) => {
    try {
      return judge(facts) as unknown;
    } catch {
      return false;
    }
  });
};

const check = (context: Context, runs: number): Record<string, number> => {
  const seen = { never: 0, always: 0, sometimes: 0 };
  fc.assert(
    fc.property(
      byChance((pick) => randomCondition(pick)),
      (tree) => {
        const said = verdict(tree, context);
        seen[said] += 1;
        if (said === 'always') expect(answersOf(tree).every((answer) => answer === true)).toBe(true);
        if (said === 'never') expect(answersOf(tree).some((answer) => engine.truthy(answer))).toBe(false);
      },
    ),
    { numRuns: runs },
  );
  return seen;
};

describe('what the linter says of conditions is so', () => {
  it('never: no facts satisfy it; always: all do', () => {
    const { never, always } = check(contextWith(TIER_CODES), 2000);
    // A linter that says nothing is right as well. This one does say something.
    expect(Math.min(never!, always!)).toBeGreaterThan(200);
  });

  it('would be noticed if it were not: a tier that exists, taken for one that does not', () => {
    expect(() => check(contextWith(TIER_CODES.slice(1)), 2000)).toThrow();
  });
});
