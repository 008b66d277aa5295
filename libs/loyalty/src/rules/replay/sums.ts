import { type Fen, mulDivFloor, type Points } from '@fanloop/kernel';
import { ruleIdOf } from '../judging/counting';
import type { Outcome } from './replay';
import type { ReplayTotals, RuleTotals } from './report';

/** What one series (the ledger, or a set) gave, altogether and by rule. */
export class Sums {
  private given = 0;
  private takenBack = 0;
  private tierPoints = 0;
  private readonly byRule = new Map<string, { name: string; points: Points; times: number }>();

  constructor(private readonly fenPer100Points: Fen) {}

  add({ points, tierPoints, steps }: Outcome, isRefund: boolean): void {
    if (isRefund) this.takenBack -= points;
    else this.given += points;
    this.tierPoints += tierPoints;
    for (const step of steps) {
      const rule = this.ruleOf(ruleIdOf(step.rule));
      if (step.name) rule.name = step.name;
      rule.points += step.points;
      if (!isRefund) rule.times += 1;
    }
  }

  get totals(): ReplayTotals {
    const { given, takenBack, tierPoints } = this;
    return { points: given - takenBack, given, takenBack, tierPoints, costFen: this.costOf(given - takenBack) };
  }

  get ruleIds(): string[] {
    return [...this.byRule.keys()];
  }

  nameOf(ruleId: string): string | undefined {
    return this.byRule.get(ruleId)?.name;
  }

  rule(ruleId: string): RuleTotals | null {
    const rule = this.byRule.get(ruleId);
    return rule ? { points: rule.points, times: rule.times, costFen: this.costOf(rule.points) } : null;
  }

  /** Negative points (a refund of what was given before the period) cost less than nothing. */
  private costOf(points: Points): Fen {
    const fen = mulDivFloor(Math.abs(points), this.fenPer100Points, 100);
    return points < 0 ? -fen : fen;
  }

  private ruleOf(ruleId: string): { name: string; points: Points; times: number } {
    let rule = this.byRule.get(ruleId);
    if (!rule) {
      rule = { name: '', points: 0, times: 0 };
      this.byRule.set(ruleId, rule);
    }
    return rule;
  }
}
