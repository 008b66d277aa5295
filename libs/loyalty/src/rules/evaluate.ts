import { contains, type Points } from '@fanloop/kernel';
import { effectOf, STAGES } from './effects';
import type { Facts } from './facts';
import type { JudgingRule } from './rule';
import type { Tier } from './tiers';
import { capLine, NOTHING_LINE } from './wording';

/** One rule's part in a decision: which version, what it saw, what it did or why not, and the arithmetic. */
export interface TraceStep {
  readonly ruleId: string;
  readonly version: number;
  readonly name: string;
  readonly applied: boolean;
  readonly points: Points;
  /** Why not; absent when it applied. */
  readonly reason?: string;
  readonly arithmetic?: string;
  /** Actual values of the facts that its condition asks for. */
  readonly saw?: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** The day's cap of this rule and what was used of it before. */
  readonly cap?: { readonly perDay: Points; readonly used: Points };
}

export interface Decision {
  readonly points: Points;
  readonly trace: readonly TraceStep[];
  /** Plain Chinese lines of the rules that applied. */
  readonly why: readonly string[];
}

export interface Situation {
  readonly facts: Facts;
  /** The instant that validity periods are compared with. */
  readonly at: Date;
  readonly tier: Tier | null;
  /** What a capped rule has already paid to this member on this day. */
  readonly usedToday: (ruleId: string) => Points;
}

/** Which rules a trigger asks. A `birthday` rule is a purchase rule that looks at the birthday. */
const KINDS_OF_SIGN_UP: readonly string[] = ['sign-up-bonus'];

/** The order in which rules work: by stage, then the higher priority, then the older rule. Sort once, not per purchase. */
export const inWorkingOrder = (rules: readonly JudgingRule[]): JudgingRule[] =>
  [...rules].sort(
    (a, b) =>
      STAGES.indexOf(a.kind) - STAGES.indexOf(b.kind) || b.priority - a.priority || Number(a.ruleId) - Number(b.ruleId),
  );

/** Pure: the same facts and rules (in working order) give the same decision, for ever. */
export const evaluate = (rules: readonly JudgingRule[], situation: Situation): Decision => {
  const signUp = situation.facts.trigger === 'sign-up';
  const trace: TraceStep[] = [];
  let points = 0;
  for (const rule of rules) {
    if (KINDS_OF_SIGN_UP.includes(rule.kind) !== signUp) continue;
    const step = judge(rule, situation, points);
    points += step.points;
    trace.push(step);
  }
  const why = trace.flatMap((step) => step.lines);
  return { points, trace, why: why.length > 0 ? why : [NOTHING_LINE] };
};

const judge = (rule: JudgingRule, situation: Situation, running: Points): TraceStep => {
  const { facts } = situation;
  const { ruleId, version, name } = rule;
  const step = { ruleId, version, name, ...(rule.condition ? { saw: rule.condition.values(facts) } : {}) };
  const refused = (reason: string) => ({ ...step, applied: false, points: 0, reason, lines: [] });
  if (!contains(rule.valid, situation.at)) return refused('不在有效期内');
  if (rule.stores && (facts.storeId === null || !rule.stores.has(facts.storeId))) return refused('不在适用门店');
  if (rule.condition && !rule.condition.holds(facts)) return refused('不满足条件');
  const effect = effectOf({ rule, facts, tier: situation.tier, running });
  if ('reason' in effect) return refused(effect.reason);
  const { points, arithmetic, line } = effect;
  if (rule.capPerDayPoints === null) return { ...step, applied: true, points, arithmetic, lines: [line] };
  const cap = { perDay: rule.capPerDayPoints, used: situation.usedToday(ruleId) };
  const granted = Math.min(points, Math.max(0, cap.perDay - cap.used));
  if (granted === points) return { ...step, applied: true, points, arithmetic, lines: [line], cap };
  const lines = [line, capLine(cap.perDay, cap.used, granted)];
  if (granted === 0) return { ...refused('当日积分已达上限'), arithmetic, lines, cap };
  return { ...step, applied: true, points: granted, arithmetic, lines, cap };
};
