import type { StoreId } from '@fanloop/kernel';
import type { Day } from '../calendar/days';
import type { RuleDraft } from '../judging/rule';

/** One rule of the replayed set that is not as the active one. */
export interface PlannedChange {
  /** The rule that the draft stands for; null: a new one. */
  readonly ruleId: string | null;
  readonly name: string;
  /** Null: the set without this rule. */
  readonly draft: RuleDraft | null;
}

/** What shall be replayed. Written down when it is asked for, so that a second run says the same. */
export interface ReplayPlan {
  /** Business days, both included. */
  readonly from: Day;
  readonly to: Day;
  /** Null: all stores, and events without one. */
  readonly storeIds: readonly StoreId[] | null;
  readonly changes: readonly PlannedChange[];
  /** Versions that were active then (`<ruleId>.<version>`). */
  readonly active: readonly string[];
}
