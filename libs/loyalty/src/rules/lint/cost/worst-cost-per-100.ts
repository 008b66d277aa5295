import type { Fen, Points } from '@fanloop/kernel';
import { type Analysed, analyse, type Context, contextOf, lastDayOf } from '../cases/rule-cases';
import type { LintInput, LintTier } from '../model/lint-input';
import { type Basket, basketsFor } from './baskets';
import { type Pinned, pin } from './pinned';
import { dearest, MOST_NODES } from './search';
import { boundOf } from './worth';

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

/** What one rule adds to the cost of ¥100, in fen: with the basic rules, and without it. */
export const ownCostPer100 = (ruleId: string, input: LintInput): Fen => {
  const context = contextOf(input);
  const analysed = input.rules.map((rule) => analyse(rule, context));
  const subject = analysed.find(({ rule }) => rule.ruleId === ruleId);
  return subject ? addedCost(subject, analysed, context) : 0;
};

export const addedCost = (subject: Analysed, all: readonly Analysed[], context: Context): Fen => {
  const basics = all.filter((one) => one !== subject && one.draft.effect.kind === 'points-per-amount');
  return Math.max(0, worstOf([subject, ...basics], context).fen - worstOf(basics, context).fen);
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
  const patience = { nodes: MOST_NODES };
  const per100 = (points: Points, { amountFen }: Basket): Fen =>
    Math.ceil((points * settings.fenPer100Points * 100) / amountFen);
  const candidates = basketsFor(rules, HUNDRED_YUAN)
    .flatMap((basket) => (tiers.length > 0 ? tiers : [null]).map((tier) => pin(basket, tier, rules)))
    .map((pinned) => ({ pinned, bound: per100(boundOf(rules, pinned), pinned.basket) }))
    .sort((a, b) => b.bound - a.bound);
  return candidates.reduce<WorstCost>((worst, { pinned, bound }) => {
    if (bound <= worst.fen) return worst;
    const least = Math.floor((worst.fen * pinned.basket.amountFen) / (settings.fenPer100Points * 100));
    const found = dearest(rules, pinned, least, patience, context);
    return found && per100(found.points, pinned.basket) > worst.fen
      ? { ...described(found, pinned, rules), fen: per100(found.points, pinned.basket) }
      : worst;
  }, NO_COST);
};

const described = (
  { points, steps }: NonNullable<ReturnType<typeof dearest>>,
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
