import type { Fen, Points } from '@fanloop/kernel';
import { type Analysed, analyse, type Context, contextOf, lastDayOf } from '../cases/rule-cases';
import type { LintInput, LintTier } from '../model/lint-input';
import { type Basket, basketsFor } from './baskets';
import { boundOf, powerOf } from './bound';
import { type Pinned, pin } from './pinned';
import { dearest, MOST_WORK } from './search';
import type { Worth } from './worth';

/** The dearest purchase that the rules allow, as cost per ¥100 paid. */
export interface WorstCost {
  /** Fen per ¥100, rounded up. */
  readonly fen: Fen;
  /** What that purchase earns, and how much is paid for it: ¥100, or more where rules ask for more. */
  readonly points: Points;
  readonly amountFen: Fen;
  readonly tier: LintTier | null;
  /** Who gives how much of it; the most first. */
  readonly shares: readonly { readonly ruleId: string; readonly name: string; readonly points: Points }[];
}

const HUNDRED_YUAN: Fen = 10_000;
const NO_COST: WorstCost = { fen: 0, points: 0, amountFen: HUNDRED_YUAN, tier: null, shares: [] };

/** The highest cost in points of ¥100 of sales under all rules that can hold together, from today on. */
export const worstCostPer100 = (input: LintInput): WorstCost => {
  const context = contextOf(input);
  return worstOf(
    input.rules.filter(({ status }) => status !== 'retired').map((rule) => analyse(rule, context)),
    context,
  );
};

export const worstOf = (all: readonly Analysed[], context: Context): WorstCost => {
  const { settings, tiers, today } = context.input;
  const rules = all.filter(
    ({ draft, cases, until }) =>
      draft.trigger === 'purchase' &&
      cases !== null &&
      cases.length > 0 &&
      (until === null || lastDayOf(until, context.input) >= today),
  );
  const patience = { work: MOST_WORK };
  const per100 = (points: Points, { amountFen }: Basket): Fen =>
    Math.ceil((points * settings.fenPer100Points * 100) / amountFen);
  const candidates = basketsFor(rules, HUNDRED_YUAN)
    .flatMap((basket) => [...tiers, null].map((tier) => ({ basket, tier })))
    .map(({ basket, tier }) => {
      const bound = boundOf(rules.map((rule) => powerOf(rule, basket, tier)));
      return { basket, tier, bound: per100(bound, basket) };
    })
    .sort((a, b) => b.bound - a.bound);
  return candidates.reduce<WorstCost>((worst, { basket, tier, bound }) => {
    if (bound <= worst.fen || patience.work <= 0) return worst;
    const pinned = pin(basket, tier, rules);
    const least = Math.floor((worst.fen * basket.amountFen) / (settings.fenPer100Points * 100));
    const found = dearest(rules, pinned, least, patience, context);
    return found && per100(found.points, basket) > worst.fen
      ? { ...described(found, pinned, rules), fen: per100(found.points, basket) }
      : worst;
  }, NO_COST);
};

const described = (
  { points, steps }: Worth,
  { basket, tier }: Pinned,
  rules: readonly Analysed[],
): Omit<WorstCost, 'fen'> => ({
  points,
  amountFen: basket.amountFen,
  tier,
  shares: steps
    .filter((step) => step.points > 0 && step.kind !== 'tier-points')
    .map((step) => ({ ruleId: step.rule, name: nameOf(step.rule, rules), points: step.points }))
    .sort((a, b) => b.points - a.points),
});

const nameOf = (ruleId: string, rules: readonly Analysed[]): string =>
  rules.find(({ rule }) => rule.ruleId === ruleId)?.draft.name ?? ruleId;
