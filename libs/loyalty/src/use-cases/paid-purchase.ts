import { type StoreId, splitByLargestRemainder } from '@fanloop/kernel';
import { json } from '@fanloop/platform';
import type { Day } from '../rules/calendar/days';
import type { LimitUse, Step } from '../rules/judging/decision';
import type { Caps } from '../rules/judging/rule';
import { isJudged, type JudgedTrace } from '../rules/judging/trace';
import type { Entry, Lot } from '../rules/ledger/account';
import type { Claim } from '../rules/ledger/claw-back';
import { claimOf, isFullyRefunded, type RefundedLine } from '../rules/ledger/refund-claims';
import type { Counters } from '../store/counters';

type PaidStep = Pick<Step, 'rule' | 'kind' | 'points' | 'parts' | 'grant'>;

/** What a purchase was paid, as its journal entry tells: the base of every refund. */
export interface PaidPurchase {
  readonly entry: Entry;
  readonly day: Day;
  readonly storeId: StoreId | null;
  readonly steps: readonly PaidStep[];
  readonly limits: Readonly<Record<string, LimitUse>>;
  readonly credited: JudgedTrace['credited'] | null;
  /** Null: written before decisions kept their facts. */
  readonly trace: JudgedTrace | null;
}

interface OlderTrace {
  readonly about: { readonly day: Day };
  readonly steps: readonly { readonly ruleId: string; readonly points: number; readonly cap?: object }[];
}

export const paidPurchase = (entry: Entry, lines: readonly { readonly amountFen: number }[]): PaidPurchase => {
  const trace = json<JudgedTrace | OlderTrace>(entry.trace);
  if (isJudged(trace)) {
    const { day, steps, limits, credited } = trace;
    return { entry, day, storeId: entry.storeId, steps, limits, credited, trace };
  }
  const amounts = lines.map((line) => line.amountFen);
  const steps = trace.steps.map((step) => ({
    rule: `${step.ruleId}.0`,
    kind: 'fixed-points' as const,
    points: step.points,
    parts: splitByLargestRemainder(step.points, amounts),
  }));
  const limits = Object.fromEntries(
    trace.steps.flatMap((step) => (step.cap ? [[`${step.ruleId}.0`, { used: { perDay: 0 } }]] : [])),
  );
  return { entry, day: trace.about.day, storeId: entry.storeId, steps, limits, credited: null, trace: null };
};

/** What the refunds so far claim of each lot that the purchase paid into. */
export const claimsOf = (paid: PaidPurchase, lots: readonly Lot[], refunded: readonly RefundedLine[]): Claim[] => {
  const own = lots.filter((lot) => lot.source === paid.entry.reference);
  const credited = paid.credited ?? own.map((lot) => ({ lotNo: lot.lotNo, steps: paid.steps.map((_, i) => i) }));
  return credited.map(({ lotNo, steps }) => ({
    lotNo,
    claimed: steps.reduce((sum, i) => sum + claimOf(paid.steps[i]!.parts, refunded), 0),
  }));
};

/** Tier points, caps, budgets and the counts of the purchase's own day are free again, in proportion to what was refunded. */
export const giveCountersBack = (
  { days, caps, budgets }: Counters,
  { entry, day, storeId, steps, limits }: PaidPurchase,
  before: readonly RefundedLine[],
  after: readonly RefundedLine[],
): void => {
  const whole = isFullyRefunded(after) && !isFullyRefunded(before);
  let tierPoints = 0;
  for (const step of steps) {
    const back = step.grant ? (whole ? 1 : 0) : claimOf(step.parts, after) - claimOf(step.parts, before);
    if (!step.grant) tierPoints += back;
    const use = limits[step.rule];
    const [ruleId = ''] = step.rule.split('.');
    if (use?.used) caps.add(entry.memberId, ruleId, Object.keys(use.used) as (keyof Caps)[], day, -back);
    if (use?.budgetLeft !== undefined) budgets.add(ruleId, storeId, -back);
  }
  const amountOf = (lines: readonly RefundedLine[]): number =>
    lines.reduce((sum, { refunded }) => sum + refunded.amountFen, 0);
  days.add(entry.memberId, day, {
    tierPoints: -tierPoints,
    netFen: amountOf(before) - amountOf(after),
    purchases: whole ? -1 : 0,
  });
};
