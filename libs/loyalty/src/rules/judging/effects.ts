import { formatFen, mulDivFloor, type Points, splitByLargestRemainder } from '@fanloop/kernel';
import { type Facts, matchesLine } from './facts';
import type { EffectKind, JudgingRule, LineFilter, Rounding, RuleEffect } from './rule';
import { amountLine, bonusLine, multiplierLine, perLineLine, tierPointsLine } from './wording';

/** What a rule gives, before caps and budgets. All divisions happen once per rule, never per line. */
export interface Effect {
  readonly points: Points;
  /** The same, split over the lines of the basket so that the parts add up; empty without a basket. */
  readonly parts: readonly Points[];
  /** The arithmetic with its rounding, for the trace. */
  readonly arithmetic: string;
  readonly line: string;
}

/** Why a rule gives nothing although its condition holds. */
export interface NoEffect {
  readonly nothing: string;
}

export interface EffectInput {
  readonly rule: JudgingRule;
  /** As the rule sees them: `eligible` is its own. */
  readonly facts: Facts;
  /** Points of the rules before this one, and how they fall on the lines. */
  readonly running: Points;
  readonly runningParts: readonly Points[];
}

type Given =
  | 'points-per-amount'
  | 'multiplier'
  | 'tier-multiplier'
  | 'points-per-line'
  | 'fixed-points'
  | 'tier-points';
type Of<K extends EffectKind> = Extract<RuleEffect, { kind: K }>;
type EffectFunction<K extends EffectKind> = (effect: Of<K>, input: EffectInput) => Effect | NoEffect;

/** Rules work in this order: rates, multipliers (of single lines first), what is added, what is handed out. */
const STAGES: readonly EffectKind[] = [
  'points-per-amount',
  'multiplier',
  'tier-multiplier',
  'points-per-line',
  'fixed-points',
  'tier-points',
  'coupon',
  'tag',
  'message',
];

/** Multipliers of some lines work before those of the whole basket: 品类, then 等级, then the rest. */
export const stageOf = ({ draft: { effect, lines } }: JudgingRule): number => {
  const stage = STAGES.indexOf(effect.kind);
  return effect.kind === 'multiplier' && lines === null ? stage + 1.5 : stage;
};

export const givesPoints = (kind: EffectKind): kind is Given => !['coupon', 'tag', 'message'].includes(kind);

export const effectOf = (input: EffectInput): Effect | NoEffect => {
  const { effect } = input.rule.draft;
  switch (effect.kind) {
    case 'points-per-amount':
      return pointsPerAmount(effect, input);
    case 'multiplier':
      return multiplier(effect, input);
    case 'tier-multiplier':
      return tierMultiplier(effect, input);
    case 'points-per-line':
      return pointsPerLine(effect, input);
    case 'fixed-points':
      return fixedPoints(effect, input);
    case 'tier-points':
      return tierPoints(effect, input);
    default:
      throw new Error(`${effect.kind} gives no points`);
  }
};

const none = (nothing: string): NoEffect => ({ nothing });

/** The amounts of the lines that the rule looks at, others as 0: what its points are split by. */
const amountsOf = (facts: Facts, filter: LineFilter | null): number[] =>
  facts.lines.map((line) => (filter === null || matchesLine(filter, line) ? line.amountFen : 0));

const pointsPerAmount: EffectFunction<'points-per-amount'> = (effect, { rule, facts }) => {
  const { points: each, perFen, wholeSteps, rounding } = effect;
  const amountFen = facts.eligible.amountFen;
  const points = wholeSteps ? Math.floor(amountFen / perFen) * each : rounded(amountFen, each, perFen, rounding);
  if (points === 0) return none(`${formatFen(amountFen)} 不足 1 分`);
  const division = wholeSteps
    ? `floor(${amountFen} / ${perFen}) × ${each}`
    : `${rounding}(${amountFen} × ${each} / ${perFen})`;
  return {
    points,
    parts: splitByLargestRemainder(points, amountsOf(facts, rule.draft.lines)),
    arithmetic: `${division} = ${points}`,
    line: amountLine(rule.draft, effect, amountFen, points),
  };
};

/** amount × points / per as a whole number; exact for products beyond 2^53. */
const rounded = (amount: number, points: Points, per: number, rounding: Rounding): Points => {
  if (rounding === 'down') return mulDivFloor(amount, points, per);
  const product = BigInt(amount) * BigInt(points);
  const divisor = BigInt(per);
  const addend = rounding === 'up' ? divisor - BigInt(1) : divisor / BigInt(2);
  return Number((product + addend) / divisor);
};

const multiplied = (
  input: EffectInput,
  subject: string,
  percent: number,
  shares: readonly Points[],
): Effect | NoEffect => {
  const { running } = input;
  const share = shares.length > 0 ? shares.reduce((sum, part) => sum + part, 0) : running;
  const points = mulDivFloor(share, percent - 100, 100);
  if (points === 0) return none(`${share} 分 × ${percent - 100}% 不足 1 分`);
  return {
    points,
    parts: splitByLargestRemainder(points, shares),
    arithmetic: `floor(${share} × ${percent - 100} / 100) = ${points}; ${running} + ${points} = ${running + points}`,
    line: multiplierLine(subject, percent, running, running + points),
  };
};

const multiplier: EffectFunction<'multiplier'> = ({ percent }, input) => {
  const { draft } = input.rule;
  const filter = draft.lines;
  if (!filter) return multiplied(input, draft.name, percent, input.runningParts);
  const shares = input.facts.lines.map((line, i) => (matchesLine(filter, line) ? (input.runningParts[i] ?? 0) : 0));
  if (input.facts.eligible.lines === 0) return none('没有适用商品');
  const share = shares.reduce((sum, part) => sum + part, 0);
  return multiplied(input, `${draft.name}（适用商品 ${share} 分）`, percent, shares);
};

const tierMultiplier: EffectFunction<'tier-multiplier'> = ({ perTier }, input) => {
  const { tier, tierName, tierPercent } = input.facts;
  if (tier === null) return none('没有等级');
  const percent = perTier[tier] ?? tierPercent;
  if (percent <= 100) return none(`${tierName ?? tier}没有倍数`);
  return multiplied(input, tierName ?? tier, percent, input.runningParts);
};

const pointsPerLine: EffectFunction<'points-per-line'> = ({ points: each, per }, { rule, facts }) => {
  const filter = rule.draft.lines;
  const parts = facts.lines.map((line) => {
    if (filter && !matchesLine(filter, line)) return 0;
    return each * (per === 'line' ? 1 : line.quantity);
  });
  const points = parts.reduce((sum, part) => sum + part, 0);
  if (points === 0) return none('没有适用商品');
  const count = points / each;
  return {
    points,
    parts,
    arithmetic: `${count} × ${each} = ${points}`,
    line: perLineLine(rule.draft.name, count, each, points),
  };
};

const fixedPoints: EffectFunction<'fixed-points'> = ({ points }, { rule, facts }) => ({
  points,
  parts: spread(points, facts, rule.draft.lines),
  arithmetic: `+${points}`,
  line: bonusLine(rule.draft.name, points),
});

const tierPoints: EffectFunction<'tier-points'> = ({ points: each, perFen }, { rule, facts }) => {
  const points = perFen === null ? each : mulDivFloor(facts.eligible.amountFen, each, perFen);
  if (points === 0) return none(`${formatFen(facts.eligible.amountFen)} 不足 1 成长值`);
  const arithmetic =
    perFen === null ? `+${each}` : `floor(${facts.eligible.amountFen} × ${each} / ${perFen}) = ${points}`;
  return {
    points,
    parts: spread(points, facts, rule.draft.lines),
    arithmetic,
    line: tierPointsLine(rule.draft.name, points),
  };
};

/** A bonus falls on the lines by their amounts, on a free basket by the pieces: so a refund of a part takes its part. */
const spread = (points: Points, facts: Facts, filter: LineFilter | null): Points[] => {
  const amounts = amountsOf(facts, filter);
  const weights = amounts.some((amount) => amount > 0) ? amounts : facts.lines.map((line) => line.quantity);
  return splitByLargestRemainder(points, weights);
};
