import { mulDivFloor, type Points, splitByLargestRemainder } from '@fanloop/kernel';
import type { Facts } from './facts';
import type { JudgingRule, RuleKind } from './rule';
import type { Tier } from './tiers';
import { baseLine, bonusLine, multiplierLine } from './wording';

/** What a rule adds to the points so far. All divisions round down, once per rule, never per line. */
export interface Effect {
  readonly points: Points;
  /** The arithmetic with its rounding, for the trace. */
  readonly arithmetic: string;
  readonly line: string;
}

/** Why a rule adds nothing although its condition holds. */
export interface NoEffect {
  readonly points: 0;
  readonly reason: string;
}

export interface EffectInput {
  readonly rule: JudgingRule;
  readonly facts: Facts;
  readonly tier: Tier | null;
  /** Points of the rules before this one. */
  readonly running: Points;
}

/** Rules work in this order: rate, then multipliers on what is there, then fixed bonuses. */
export const STAGES: readonly RuleKind[] = [
  'base-rate',
  'category-multiplier',
  'tier-multiplier',
  'birthday-multiplier',
  'first-purchase-bonus',
  'sign-up-bonus',
];

export const effectOf = (input: EffectInput): Effect | NoEffect => EFFECTS[input.rule.kind](input);

const none = (reason: string): NoEffect => ({ points: 0, reason });

/** Points per ¥ are kept exact as hundredths: 0.5 point per ¥ on ¥38.00 = floor(3800 × 50 / 10000). */
const baseRate = ({ rule, facts }: EffectInput): Effect | NoEffect => {
  const rate = rule.params.pointsPerYuan ?? 0;
  const points = mulDivFloor(facts.amountFen, Math.round(rate * 100), 10_000);
  if (points === 0) return none(`实付 ${facts.amountFen} 分钱，不足 1 分`);
  return {
    points,
    arithmetic: `floor(${facts.amountFen} fen × ${rate} / 100) = ${points}`,
    line: baseLine(rate, facts.amountFen, points),
  };
};

const multiplied = (subject: string, percent: number, share: Points, running: Points): Effect | NoEffect => {
  const points = mulDivFloor(share, percent - 100, 100);
  if (points === 0) return none(`${share} 分 × ${percent - 100}% 不足 1 分`);
  return {
    points,
    arithmetic: `floor(${share} × ${percent - 100} / 100) = ${points}; ${running} + ${points} = ${running + points}`,
    line: multiplierLine(subject, percent, running, running + points),
  };
};

/** The category's share of the points so far: split over all lines by the largest remainder, so that the parts add up. */
const categoryMultiplier = ({ rule, facts, running }: EffectInput): Effect | NoEffect => {
  const { category = '', multiplierPercent = 100 } = rule.params;
  if (!facts.categories.includes(category)) return none(`没有「${category}」商品`);
  const shares = splitByLargestRemainder(
    running,
    facts.lines.map((line) => line.amountFen),
  );
  const share = shares.reduce((sum, part, i) => (facts.lines[i]!.category === category ? sum + part : sum), 0);
  return multiplied(`「${category}」${share} 分`, multiplierPercent, share, running);
};

const tierMultiplier = ({ rule, tier, running }: EffectInput): Effect | NoEffect => {
  if (!tier) return none('没有等级');
  const percent = rule.params.perTier?.[tier.code] ?? tier.multiplierPercent;
  if (percent <= 100) return none(`${tier.name}没有倍数`);
  return multiplied(tier.name, percent, running, running);
};

const birthdayMultiplier = ({ rule, facts, running }: EffectInput): Effect | NoEffect => {
  if (!facts.isBirthday) return none('不是生日当天');
  return multiplied('生日当天', rule.params.multiplierPercent ?? 100, running, running);
};

const fixed = (rule: JudgingRule): Effect | NoEffect => {
  const points = rule.params.points ?? 0;
  return points === 0 ? none('奖励为 0 分') : { points, arithmetic: `+${points}`, line: bonusLine(rule.name, points) };
};

const EFFECTS: Record<RuleKind, (input: EffectInput) => Effect | NoEffect> = {
  'base-rate': baseRate,
  'category-multiplier': categoryMultiplier,
  'tier-multiplier': tierMultiplier,
  'birthday-multiplier': birthdayMultiplier,
  'first-purchase-bonus': ({ rule, facts }) =>
    facts.ordinal === 1 ? fixed(rule) : none(`这是第 ${facts.ordinal} 次消费`),
  'sign-up-bonus': ({ rule }) => fixed(rule),
};
