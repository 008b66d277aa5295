import type { Clock, Points } from '@fanloop/kernel';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { plusDays } from '../rules/calendar/days';
import type { Budget } from '../rules/judging/rule';
import { BrandTime } from '../store/brand-time';

export const USAGE_DAYS = 30;

/** What a rule gave in the last 30 days to today, and what its budget has lost in its whole life. */
export interface RuleUsage {
  readonly points: Points;
  /** Decisions in which it applied. */
  readonly times: number;
  /** In the unit of the budget: points or fen. Null: no budget, or none for the whole brand. */
  readonly budget: { readonly unit: Budget['unit']; readonly used: number; readonly total: number } | null;
}

export interface UsageCounts {
  of(ruleId: string, budget: Budget | null, fenPer100Points: number): RuleUsage;
}

/** Two sums over small tables: the journal itself is counted by `CountRuleUse`. */
@Injectable()
export class RuleUsageRead {
  constructor(
    private readonly reader: Reader,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<UsageCounts> {
    const from = plusDays(this.time.day(this.clock.now()), 1 - USAGE_DAYS);
    const given = await this.reader.query<{ rule_id: string; points: string; times: string }>(
      'SELECT rule_id, SUM(points) AS points, SUM(times) AS times FROM loyalty_rule_use WHERE day >= ? GROUP BY rule_id',
      [from],
    );
    const used = await this.reader.query<{ rule_id: string; used: string }>(
      'SELECT rule_id, used FROM loyalty_budget_use WHERE store_id = 0',
    );
    const uses = new Map(given.map((row) => [row.rule_id, { points: num(row.points), times: num(row.times) }]));
    const spent = new Map(used.map((row) => [row.rule_id, num(row.used)]));
    return {
      of: (ruleId, budget, fenPer100Points) => ({
        ...(uses.get(ruleId) ?? { points: 0, times: 0 }),
        budget: budgetOf(budget, spent.get(ruleId) ?? 0, fenPer100Points),
      }),
    };
  }
}

const budgetOf = (budget: Budget | null, points: Points, fenPer100Points: number): RuleUsage['budget'] => {
  if (budget === null || budget.total === null) return null;
  const used = budget.unit === 'points' ? points : Math.floor((points * fenPer100Points) / 100);
  return { unit: budget.unit, used, total: budget.total };
};
