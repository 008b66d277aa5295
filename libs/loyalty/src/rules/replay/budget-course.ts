import type { Points, StoreId } from '@fanloop/kernel';
import type { Day } from '../calendar/days';
import type { JudgingRule } from '../judging/rule';
import type { Uses } from './uses';

/** How one rule's budget went. */
export interface BudgetDays {
  readonly rule: JudgingRule;
  /** What the whole budget had left before the first event; null without a total. */
  atStart: Points | null;
  /** What the whole budget had left after the last event of each day, in points; empty without a total. */
  readonly left: Map<Day, Points>;
  /** The first day on which nothing was left of the whole; null: something is. */
  endedOn: Day | null;
  /** Of budgets per store: the first day on which a store had nothing left. */
  readonly stores: Map<StoreId, Day>;
}

/** On which day budgets end, in the order of the journal. */
export class BudgetCourse {
  private readonly byRule: ReadonlyMap<string, BudgetDays>;

  constructor(
    rules: readonly JudgingRule[],
    private readonly uses: Uses,
  ) {
    this.byRule = new Map(
      rules
        .filter(({ draft }) => draft.budget)
        .map((rule) => [rule.ruleId, { rule, atStart: null, left: new Map(), endedOn: null, stores: new Map() }]),
    );
  }

  get all(): BudgetDays[] {
    return [...this.byRule.values()];
  }

  /** To be called when all that was given before the replay has been counted. */
  begin(): void {
    for (const course of this.byRule.values())
      if (course.rule.draft.budget!.total !== null) course.atStart = this.uses.budgetLeft(course.rule, null);
  }

  /** Looks at a budget from which an event of that day has taken, or to which it gave back. */
  note(ruleId: string, storeId: StoreId | null, day: Day): void {
    const course = this.byRule.get(ruleId);
    if (!course) return;
    const { rule } = course;
    if (rule.draft.budget!.total !== null) {
      const left = this.uses.budgetLeft(rule, null)!;
      course.left.set(day, left);
      if (left === 0) course.endedOn ??= day;
    }
    if (storeId === null || rule.draft.budget!.perStore === null) return;
    if (course.endedOn === null && !course.stores.has(storeId) && this.uses.budgetLeft(rule, storeId) === 0)
      course.stores.set(storeId, day);
  }
}
