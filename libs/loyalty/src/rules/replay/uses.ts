import type { Fen, MemberId, Points, StoreId } from '@fanloop/kernel';
import type { Day } from '../calendar/days';
import { budgetLeft } from '../judging/budgets';
import { periodsOf } from '../judging/cap-periods';
import type { Count } from '../judging/counting';
import type { Limits } from '../judging/limits';
import type { JudgingRule } from '../judging/rule';

/** Whose, where and when counts are added. */
export interface CountedFor {
  readonly memberId: MemberId;
  readonly storeId: StoreId | null;
  /** The business day of the purchase, also when a refund gives back. */
  readonly day: Day;
}

/** What the rules of one set have given so far, by member and period and by store: what the tables of uses hold for the active set. */
export class Uses {
  private readonly caps = new Map<string, number>();
  private readonly budgets = new Map<string, Points>();
  /** Rules of other sets are not counted. */
  private readonly capped: ReadonlySet<string>;
  private readonly budgeted: ReadonlySet<string>;

  constructor(
    rules: readonly JudgingRule[],
    private readonly fenPer100Points: Fen,
  ) {
    this.capped = new Set(rules.filter(isCapped).map((rule) => rule.ruleId));
    this.budgeted = new Set(rules.filter(({ draft }) => draft.budget).map((rule) => rule.ruleId));
  }

  limits({ memberId, storeId, day }: CountedFor): Limits {
    return {
      used: (ruleId, cap) => this.caps.get(`${memberId} ${ruleId} ${periodsOf(day)[cap]}`) ?? 0,
      budgetLeft: (rule) => this.budgetLeft(rule, storeId),
    };
  }

  add(counts: readonly Count[], { memberId, storeId, day }: CountedFor): void {
    for (const { ruleId, caps, amount, budget } of counts) {
      if (this.capped.has(ruleId))
        for (const cap of caps)
          if (cap !== 'perPurchase') plus(this.caps, `${memberId} ${ruleId} ${periodsOf(day)[cap]}`, amount);
      if (budget === null || !this.budgeted.has(ruleId)) continue;
      plus(this.budgets, ruleId, budget);
      if (storeId !== null) plus(this.budgets, `${ruleId} ${storeId}`, budget);
    }
  }

  /** In points; null: the rule has no budget, or none for events without a store. */
  budgetLeft({ ruleId, draft: { budget } }: JudgingRule, storeId: StoreId | null): Points | null {
    const inStore = storeId === null ? null : (this.budgets.get(`${ruleId} ${storeId}`) ?? 0);
    return budgetLeft(budget, { total: this.budgets.get(ruleId) ?? 0, inStore }, this.fenPer100Points);
  }
}

const plus = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/** A cap that asks what was given before. */
export const isCapped = ({ draft: { caps } }: JudgingRule): boolean =>
  caps.perDay !== null || caps.perWeek !== null || caps.perMonth !== null || caps.perValidity !== null;
