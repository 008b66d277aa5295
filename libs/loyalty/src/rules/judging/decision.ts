import type { Points } from '@fanloop/kernel';
import type { Caps, EffectKind, LotTerms, RuleEffect } from './rule';

/** Why a rule that was asked gave nothing. */
export type PassReason =
  | 'period'
  | 'store'
  | 'channel'
  | 'condition'
  /** An exclusive rule of a higher priority applied. */
  | 'excluded'
  /** Another rule of its group was chosen. */
  | 'group'
  /** Its arithmetic comes to less than one point. */
  | 'nothing'
  | 'cap'
  | 'budget';

/** What one rule gave: which version, how much on which lines, and the arithmetic. */
export interface Step {
  /** `<ruleId>.<version>`. */
  readonly rule: string;
  readonly name: string;
  readonly kind: EffectKind;
  /** Points (for `tier-points`: tier points); 0 for what is handed out. */
  readonly points: Points;
  /** `points` split over the lines of the basket. */
  readonly parts: readonly Points[];
  /** What is handed out, and how many of it count against caps. */
  readonly grant?: RuleEffect;
  readonly arithmetic: string;
  readonly lines: readonly string[];
  readonly lot?: LotTerms;
}

/** What caps and budgets had left: kept with the decision, because nothing else remembers it. */
export interface LimitUse {
  readonly used?: Partial<Record<keyof Caps, number>>;
  readonly budgetLeft?: Points;
}

export interface Decision {
  /** Spendable points. */
  readonly points: Points;
  /** Points that count for the tier: the spendable ones and those of `tier-points`. */
  readonly tierPoints: Points;
  readonly steps: readonly Step[];
  /** Rules that were asked and gave nothing, by reason: `{ condition: ['12.1', '13.4'] }`. With the facts this says why. */
  readonly passed: Readonly<Partial<Record<PassReason, readonly string[]>>>;
  readonly limits: Readonly<Record<string, LimitUse>>;
  /** Plain Chinese lines of the rules that applied. */
  readonly why: readonly string[];
}
