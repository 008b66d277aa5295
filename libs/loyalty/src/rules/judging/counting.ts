import type { Points } from '@fanloop/kernel';
import { claimOf, isFullyRefunded, type RefundedLine } from '../ledger/refund-claims';
import type { LimitUse, Step } from './decision';
import type { Caps } from './rule';

/** What counting needs of a step. */
export type CountedStep = Pick<Step, 'rule' | 'kind' | 'points' | 'parts' | 'grant'>;

/** What one step adds to the uses of its rule; negative when a refund gives it back. */
export interface Count {
  readonly ruleId: string;
  /** The caps that it counts against, in points, or in times for what is handed out. */
  readonly caps: readonly (keyof Caps)[];
  readonly amount: number;
  /** What it takes from the budget; null: the rule has none. */
  readonly budget: Points | null;
}

type Uses = Readonly<Record<string, LimitUse>>;

export const ruleIdOf = (key: string): string => key.slice(0, key.indexOf('.'));

/** What a decision adds to caps and budgets. */
export const countsOf = (steps: readonly CountedStep[], uses: Uses): Count[] =>
  steps.flatMap((step) => countOf(step, uses[step.rule], step.grant ? 1 : step.points));

const countOf = ({ rule, grant }: CountedStep, use: LimitUse | undefined, amount: number): Count[] => {
  if (!use || amount === 0) return [];
  const caps = Object.keys(use.used ?? {}) as (keyof Caps)[];
  const taken = grant ? 0 : amount;
  return [{ ruleId: ruleIdOf(rule), caps, amount, budget: use.budgetLeft === undefined ? null : taken }];
};

/** How much of a purchase was refunded when one refund came, and with it. Both hold all lines. */
export interface RefundSpan {
  readonly before: readonly RefundedLine[];
  readonly after: readonly RefundedLine[];
}

export interface GivenBack {
  /** Spendable points that the refund claims. */
  readonly points: Points;
  readonly tierPoints: Points;
  readonly steps: readonly { readonly rule: string; readonly points: Points }[];
  readonly counts: readonly Count[];
}

/** What a refund gives back of a decision, each step in proportion; what was handed out comes back with the last part. */
export const givenBack = (steps: readonly CountedStep[], uses: Uses, { before, after }: RefundSpan): GivenBack => {
  const whole = isFullyRefunded(after) && !isFullyRefunded(before);
  let [points, tierPoints] = [0, 0];
  const counts: Count[] = [];
  const parts = steps.map((step) => {
    const back = step.grant ? 0 : claimOf(step.parts, after) - claimOf(step.parts, before);
    tierPoints += back;
    if (step.kind !== 'tier-points') points += back;
    counts.push(...countOf(step, uses[step.rule], -(step.grant && whole ? 1 : back)));
    return { rule: step.rule, points: back };
  });
  return { points, tierPoints, steps: parts, counts };
};
