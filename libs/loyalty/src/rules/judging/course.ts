import type { LimitUse, PassReason, Step } from './decision';
import type { JudgingRule } from './rule';

/** A decision as it grows: each rule sees the points of those before it. */
export class Course {
  points = 0;
  tierPoints = 0;
  parts: number[];
  readonly steps: Step[] = [];
  readonly passed: Partial<Record<PassReason, string[]>> = {};
  readonly limits: Record<string, LimitUse> = {};

  constructor(lines: number) {
    this.parts = new Array<number>(lines).fill(0);
  }

  pass(reason: PassReason, rule: JudgingRule): void {
    const list = this.passed[reason];
    if (list) list.push(rule.key);
    else this.passed[reason] = [rule.key];
  }

  add(step: Step): void {
    this.steps.push(step);
    this.tierPoints += step.points;
    if (step.kind === 'tier-points') return;
    this.points += step.points;
    step.parts.forEach((part, i) => {
      this.parts[i]! += part;
    });
  }
}
