import { formatPoints, type Points } from '@fanloop/kernel';
import { ruleIdOf } from '../judging/counting';
import type { Decision, LimitUse, Step } from '../judging/decision';
import { evaluate, type RuleSet } from '../judging/evaluate';
import { type Limits, NO_LIMITS } from '../judging/limits';
import { lotGroupsOf } from '../judging/lot-groups';
import { type JudgedTrace, unpackFacts } from '../judging/trace';
import { firstDifference } from './difference';

/** An entry that was earned, as the journal keeps it. */
export interface JudgedEntry {
  /** The instant that validity periods were compared with. */
  readonly at: Date;
  /** Usable and pending ones together. */
  readonly points: Points;
  readonly trace: JudgedTrace;
}

/** The versions that a trace names: those that gave, and those that were asked and gave nothing. */
export const versionsOf = ({ steps, passed }: Pick<JudgedTrace, 'steps' | 'passed'>): string[] => [
  ...steps.map((step) => step.rule),
  ...Object.values(passed).flat(),
];

/** Judges the event of a trace once more: by its own facts, limits and instant, and the rules of the versions that it names. */
export const recompute = ({ at, trace }: JudgedEntry, set: RuleSet): Decision =>
  evaluate(set, { facts: unpackFacts(trace.facts), at, limits: recordedLimits(trace.limits) });

/** What contradicts the entry when it is judged once more, in words for an operator; null when all of it comes out again. */
export const contradictionOf = (entry: JudgedEntry, set: RuleSet): string | null => {
  const { trace, points } = entry;
  const again = recompute(entry, set);
  if (again.points !== points) return `points: ${points} in the entry, ${again.points} recomputed`;
  return firstDifference(recorded(trace), made(again)) ?? wrongWhy(trace, again.why);
};

/** The decision was made by the very versions that the trace names. `keys`: those of the deciding set. */
export const isOfVersions = (trace: JudgedTrace, decision: Decision, keys: ReadonlySet<string>): boolean => {
  const named = versionsOf(trace);
  return named.length === versionsOf(decision).length && named.every((key) => keys.has(key));
};

/** How a decision of now differs from the recorded one: in anything at all where the same versions made it, else in what it gives. */
export const contradictionTo = (
  { trace, points }: Omit<JudgedEntry, 'at'>,
  decision: Decision,
  sameVersions: boolean,
): string | null => {
  if (decision.points !== points) return `points: ${points} recorded, ${decision.points} recomputed`;
  return sameVersions
    ? firstDifference(recorded(trace), made(decision))
    : firstDifference(gifts(trace), gifts(decision));
};

/** What is given, whichever version of a rule gives it. */
const gifts = ({ tierPoints, steps }: Pick<Decision, 'tierPoints' | 'steps'>) => ({
  tierPoints,
  steps: steps.map(({ rule, points, parts, grant }) => ({ rule: ruleIdOf(rule), points, parts, grant })),
});

const recordedLimits = (limits: JudgedTrace['limits']): Limits => {
  const uses = Object.entries(limits);
  if (uses.length === 0) return NO_LIMITS;
  const byRule = new Map<string, LimitUse>(uses.map(([key, use]) => [ruleIdOf(key), use]));
  return {
    used: (ruleId, cap) => byRule.get(ruleId)?.used?.[cap] ?? 0,
    budgetLeft: (rule) => limits[rule.key]?.budgetLeft ?? null,
  };
};

const recorded = ({ tierPoints, steps, passed, limits, credited }: JudgedTrace) => ({
  tierPoints,
  steps: steps.map(plain),
  passed,
  limits,
  lots: credited.map((lot) => lot.steps),
});

const made = ({ tierPoints, steps, passed, limits }: Decision) => ({
  tierPoints,
  steps,
  passed,
  limits,
  lots: lotGroupsOf(steps).map((group) => group.steps),
});

/** Only what a step means: an older journal may hold more. */
const plain = ({ rule, name, kind, points, parts, grant, arithmetic, lines, lot }: Step): Step => ({
  rule,
  name,
  kind,
  points,
  parts,
  grant,
  arithmetic,
  lines,
  lot,
});

/** The decision's lines come first; what may follow says when points become usable, and how many. */
const wrongWhy = ({ why, credited, steps }: JudgedTrace, again: readonly string[]): string | null => {
  const difference = firstDifference(why.slice(0, again.length), again, 'why');
  if (difference) return difference;
  const waiting = new Set(
    credited.map((lot) => `其中 ${formatPoints(lot.steps.reduce((sum, i) => sum + (steps[i]?.points ?? 0), 0))} 分`),
  );
  const strange = why.slice(again.length).find((line) => ![...waiting].some((start) => line.startsWith(start)));
  return strange === undefined ? null : `why: "${strange}" is recorded, nothing says so`;
};
