import type { Points } from '@fanloop/kernel';
import { matchesLine } from '../../judging/facts';
import type { Caps } from '../../judging/rule';
import type { Analysed } from '../cases/rule-cases';
import type { LintTier } from '../model/lint-input';
import type { Basket } from './baskets';

/** What a rule can do to one purchase at most. */
export interface Power {
  readonly adds: Points;
  /** Of what was earned before, in percent: 50 for ×1.5. */
  readonly multiplies: number;
  readonly most: Points;
}

/** Never less than what the judgement gives: fractions are kept, and every line counts. */
export const powerOf = ({ draft }: Analysed, basket: Basket, tier: LintTier | null): Power => {
  const { effect, lines, caps } = draft;
  const most = leastCap(caps);
  const seen = lines === null || matchesLine(lines, { ...basket, quantity: 1 });
  const adding = (adds: Points): Power => ({ adds, multiplies: 0, most });
  const multiplying = (percent: number): Power => ({ adds: 0, multiplies: Math.max(0, percent - 100), most });
  switch (effect.kind) {
    case 'points-per-amount':
      return adding(seen ? Math.ceil((basket.amountFen * effect.points) / effect.perFen) : 0);
    case 'multiplier':
      return multiplying(seen ? effect.percent : 100);
    case 'tier-multiplier':
      return multiplying(tier === null ? 100 : (effect.perTier[tier.code] ?? tier.multiplierPercent));
    case 'points-per-line':
      return adding(seen ? effect.points * basket.pieces : 0);
    case 'fixed-points':
      return adding(effect.points);
    default:
      return adding(0);
  }
};

const leastCap = (caps: Caps): Points =>
  Object.values(caps).reduce<number>(
    (least, cap: number | null) => (cap === null ? least : Math.min(least, cap)),
    Infinity,
  );

/** All of them together, if nothing excluded anything: never less than the judgement of any part of them. */
export const boundOf = (powers: readonly Power[]): Points => {
  const added = powers.reduce((sum, { adds, most }) => sum + Math.min(adds, most), 0);
  return powers.reduce((sum, { multiplies, most }) => sum + Math.min((sum * multiplies) / 100, most), added);
};
