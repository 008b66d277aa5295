import type { Fen, MemberId, Points } from '@fanloop/kernel';
import type { Day } from '../calendar/days';

/** Sums of one series. `points` is what remains: given less taken back by refunds. */
export interface ReplayTotals {
  readonly points: Points;
  readonly given: Points;
  readonly takenBack: Points;
  readonly tierPoints: Points;
  readonly costFen: Fen;
}

/** What one rule gave; a refund takes its part back. */
export interface RuleTotals {
  readonly points: Points;
  /** Events for which it gave something. */
  readonly times: number;
  readonly costFen: Fen;
}

export interface ReplayedRule {
  readonly ruleId: string;
  readonly name: string;
  readonly ledger: RuleTotals | null;
  readonly active: RuleTotals | null;
  readonly draft: RuleTotals | null;
}

export interface ReplayedBudget {
  readonly set: 'active' | 'draft';
  readonly ruleId: string;
  readonly name: string;
  /** In points; null: the budget is per store only. */
  readonly atStart: Points | null;
  readonly endedOn: Day | null;
  /** Stores whose own budget ended, and the first day on which one did. */
  readonly storesEnded: number;
  readonly firstStoreEndedOn: Day | null;
  /** What was left after the last event of each day. */
  readonly days: readonly { readonly day: Day; readonly left: Points }[];
}

export interface DifferingPurchase {
  readonly reference: string;
  readonly purchaseNo: string | null;
  readonly memberId: MemberId;
  readonly at: string;
  readonly ledger: Points;
  readonly active: Points;
  readonly draft: Points | null;
  /** What the replayed set says of it. */
  readonly why: readonly string[];
}

/** What came of a replay. Without drafts `draft` is null throughout, and the active set is compared with the ledger. */
export interface ReplayReport {
  readonly events: {
    readonly purchases: number;
    readonly others: number;
    readonly refunds: number;
    /** Judged before decisions kept their facts: counted as they were judged. */
    readonly older: number;
    /** Judged by other versions than those that are active now. */
    readonly otherVersions: number;
  };
  readonly members: { readonly touched: number; readonly more: number; readonly fewer: number };
  /** Where the active set says something else than the ledger. */
  readonly differences: {
    readonly count: number;
    readonly first: readonly { readonly reference: string; readonly memberId: MemberId; readonly problem: string }[];
  };
  readonly totals: {
    readonly ledger: ReplayTotals;
    readonly active: ReplayTotals;
    readonly draft: ReplayTotals | null;
  };
  readonly days: readonly {
    readonly day: Day;
    readonly ledger: Points;
    readonly active: Points;
    readonly draft: Points | null;
  }[];
  readonly rules: readonly ReplayedRule[];
  /** Members by how many points they would have more or fewer, from … below until. */
  readonly changes: readonly { readonly from: Points; readonly until: Points; readonly members: number }[];
  readonly tierMoves: readonly { readonly from: string | null; readonly to: string | null; readonly members: number }[];
  readonly budgets: readonly ReplayedBudget[];
  readonly top: readonly DifferingPurchase[];
}
