import type { Period, Points, StoreId } from '@fanloop/kernel';

export type RuleTrigger = 'purchase' | 'birthday' | 'sign-up';
export type RuleKind =
  | 'base-rate'
  | 'category-multiplier'
  | 'tier-multiplier'
  | 'birthday-multiplier'
  | 'first-purchase-bonus'
  | 'sign-up-bonus';
export type RuleStatus = 'active' | 'paused' | 'retired';

export interface RuleParams {
  /** At most two decimals. */
  readonly pointsPerYuan?: number;
  /** 150 = ×1.5. */
  readonly multiplierPercent?: number;
  readonly category?: string;
  readonly points?: Points;
  /** Percent by tier code; a tier that is not named takes its own multiplier. */
  readonly perTier?: Readonly<Record<string, number>>;
}

/** A condition as a JsonLogic tree. */
export type JsonLogic = { readonly [operator: string]: unknown };

/** What a manager writes. Each change of it is a new, immutable version. */
export interface RuleDraft {
  readonly name: string;
  readonly trigger: RuleTrigger;
  readonly kind: RuleKind;
  readonly params: RuleParams;
  readonly condition: JsonLogic | null;
  readonly capPerDayPoints: Points | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly stores: readonly StoreId[] | null;
  readonly priority: number;
}

/** A compiled condition, made outside the rules (they import no engine): asks the facts, and shows what it looked at. */
export interface Condition {
  holds(facts: object): boolean;
  values(facts: object): Readonly<Record<string, unknown>>;
}

/** One version of a rule, ready to judge. */
export interface JudgingRule extends Pick<RuleDraft, 'name' | 'kind' | 'params' | 'capPerDayPoints' | 'priority'> {
  readonly ruleId: string;
  readonly version: number;
  readonly valid: Period;
  readonly stores: ReadonlySet<StoreId> | null;
  readonly condition: Condition | null;
}
