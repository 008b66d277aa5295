import { type Fen, splitByLargestRemainder } from '@fanloop/kernel';
import type { Day } from '../calendar/days';
import type { CountedStep } from './counting';
import type { LimitUse } from './decision';
import { isJudged, type JudgedTrace } from './trace';

export interface PaidLine {
  readonly amountFen: Fen;
  readonly quantity: number;
}

/** What an event was paid, as its trace tells: the base of every refund. */
export interface Paid {
  readonly day: Day;
  readonly lines: readonly PaidLine[];
  readonly steps: readonly CountedStep[];
  readonly limits: Readonly<Record<string, LimitUse>>;
  readonly credited: JudgedTrace['credited'] | null;
  /** Null: written before decisions kept their facts. */
  readonly trace: JudgedTrace | null;
}

/** How traces were before decisions kept their facts. */
export interface OlderTrace {
  readonly about: { readonly day: Day; readonly amountFen?: Fen };
  readonly steps: readonly { readonly ruleId: string; readonly points: number; readonly cap?: object }[];
}

/** `lines`: of the purchase, by which an older trace's points are split; without them it counts as one line. */
export const paidOf = (trace: JudgedTrace | OlderTrace, lines: readonly PaidLine[] | null = null): Paid => {
  if (isJudged(trace)) {
    const { day, steps, limits, credited, facts } = trace;
    const judged = facts.lines.map(([, , quantity, amountFen]) => ({ amountFen, quantity }));
    return { day, lines: judged, steps, limits, credited, trace };
  }
  const known = lines ?? [{ amountFen: trace.about.amountFen ?? 0, quantity: 1 }];
  const amounts = known.map((line) => line.amountFen);
  const steps = trace.steps.map((step) => ({
    rule: `${step.ruleId}.0`,
    kind: 'fixed-points' as const,
    points: step.points,
    parts: splitByLargestRemainder(step.points, amounts),
  }));
  const limits = Object.fromEntries(
    trace.steps.flatMap((step) => (step.cap ? [[`${step.ruleId}.0`, { used: { perDay: 0 } }]] : [])),
  );
  return { day: trace.about.day, lines: known, steps, limits, credited: null, trace: null };
};
