import * as fc from 'fast-check';
import { toJudging } from '../../store/condition-engine';
import type { Decision } from '../judging/decision';
import { evaluate, ruleSet } from '../judging/evaluate';
import { eligibleOf, type Facts } from '../judging/facts';
import { NO_LIMITS } from '../judging/limits';
import { categoriesOf } from '../judging/make-facts';
import type { RuleDraft } from '../judging/rule';
import { analyse, contextOf } from './cases/rule-cases';
import type { Check } from './checks/check';
import { neverTrue } from './checks/never-true';
import { shadowed } from './checks/shadowed';
import { worstCostPer100 } from './cost/worst-cost-per-100';
import type { LintInput } from './model/lint-input';
import { randomDraft } from './spec-builders/random-drafts';
import { CATEGORIES, type Pick, randomFacts, SKUS, TIER_CODES, upTo } from './spec-builders/random-facts';

const byChance = <T>(build: (pick: Pick) => T): fc.Arbitrary<T> =>
  fc.gen().map((chance) => build((values) => values[chance(fc.nat, { max: values.length - 1 })]!));

const inputOf = (drafts: readonly RuleDraft[]): LintInput => ({
  rules: drafts.map((draft, i) => ({ ruleId: String(i + 1), version: 1, status: 'active', draft })),
  tiers: TIER_CODES.map((code, i) => ({ code, name: code, enterAt: i * 2000, multiplierPercent: 100 + 50 * i })),
  settings: { fenPer100Points: 100 },
  today: '2026-06-15',
});

/** Judges with the rules, compiled once. */
const judgeOf = (drafts: readonly RuleDraft[]): ((facts: Facts) => Decision | null) => {
  const set = ruleSet(drafts.map((draft, i) => toJudging(String(i + 1), 1, draft)));
  return (facts) => {
    const at = new Date(`${facts.day}T${String(facts.hour).padStart(2, '0')}:00:00+08:00`);
    try {
      return evaluate(set, { facts, at, limits: NO_LIMITS });
    } catch {
      // A fact of an event of the wrong type throws.
      return null;
    }
  };
};

/** Keys of the rules of which a check says so. */
const flagged = (drafts: readonly RuleDraft[], check: Check): readonly string[] => {
  const context = contextOf(inputOf(drafts));
  const all = context.input.rules.map((rule) => analyse(rule, context));
  return all
    .flatMap((subject) =>
      check(
        subject,
        all.filter((other) => other !== subject),
        context,
      ),
    )
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId }) => `${ruleId}.1`);
};

const drafts = byChance((pick) =>
  upTo(pick([2, 3, 4]))
    .slice(1)
    .map(() => randomDraft(pick)),
);
const purchases = fc.sample(byChance(randomFacts), 150);

describe('what the linter says of rules is so', () => {
  it('never true: it never gets as far as stacking; shadowed: it never gives anything', () => {
    const seen = { never: 0, shadowed: 0 };
    fc.assert(
      fc.property(drafts, (rules) => {
        const [never, hidden] = [flagged(rules, neverTrue), flagged(rules, shadowed)];
        seen.never += never.length;
        seen.shadowed += hidden.length;
        if (never.length + hidden.length === 0) return;
        const judge = judgeOf(rules);
        for (const facts of purchases) {
          const decision = judge(facts);
          if (!decision) continue;
          const { steps, passed } = decision;
          const applied = [...steps.map(({ rule }) => rule)];
          const satisfied = [
            ...applied,
            ...(passed.excluded ?? []),
            ...(passed.group ?? []),
            ...(passed.nothing ?? []),
          ];
          expect(satisfied.filter((rule) => never.includes(rule))).toEqual([]);
          expect(applied.filter((rule) => hidden.includes(rule))).toEqual([]);
        }
      }),
      { numRuns: 600 },
    );
    expect(seen.never).toBeGreaterThan(50);
    expect(seen.shadowed).toBeGreaterThan(10);
  });

  /** ¥100 for ten pieces of one kind of goods. */
  const hundred = byChance((pick): Facts => {
    const goods = { category: pick([...CATEGORIES, null]), sku: pick([...SKUS, null]), quantity: 1, amountFen: 1000 };
    const lines = upTo(9).map(() => goods);
    const eligible = eligibleOf(lines, null);
    const { amountFen, quantity } = eligible;
    return { ...randomFacts(pick), lines, eligible, amountFen, quantity, categories: categoriesOf(lines) };
  });
  const hundreds = fc.sample(hundred, 200).filter(({ day }) => day >= '2026-06-15');

  it('worst cost: no purchase of ¥100 costs more', () => {
    let reached = 0;
    fc.assert(
      fc.property(drafts, (rules) => {
        const worst = worstCostPer100(inputOf(rules));
        const judge = judgeOf(rules);
        const points = hundreds.map((facts) => judge(facts)?.points ?? 0);
        expect(Math.max(...points)).toBeLessThanOrEqual(worst.fen);
        if (Math.max(...points) === worst.fen) reached += 1;
      }),
      { numRuns: 150 },
    );
    // Mostly some purchase is as dear as that: the bound is not thin air.
    expect(reached).toBeGreaterThan(75);
  });
});
