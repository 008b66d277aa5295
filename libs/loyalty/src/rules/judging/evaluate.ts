import { contains, splitByLargestRemainder } from '@fanloop/kernel';
import type { Decision, LimitUse, PassReason, Step } from './decision';
import { type EffectInput, effectOf, givesPoints, stageOf } from './effects';
import { type Facts, seenBy } from './facts';
import { type Limits, limitOf } from './limits';
import type { JudgingRule, RuleTrigger } from './rule';
import { byPriority, withoutExcluded, withoutSeconds } from './stacking';
import { budgetLine, capLine, NOTHING_LINE } from './wording';

export interface Situation {
  readonly facts: Facts;
  /** The instant that validity periods are compared with. */
  readonly at: Date;
  readonly limits: Limits;
}

/** The rules of one trigger in working order, and what the judgement may skip because no rule of them asks for it. */
export interface TriggerRules {
  readonly rules: readonly JudgingRule[];
  readonly stacks: boolean;
}

/** By trigger; custom events and schedules by their names. */
export type RuleSet = ReadonlyMap<string, TriggerRules>;

/** What a rule is asked by: its trigger, a custom event by its name, a schedule by its rule. */
export const triggerKey = (trigger: RuleTrigger, eventName: string | null): string =>
  eventName === null ? trigger : `${trigger}:${eventName}`;

const keyOfRule = ({ ruleId, draft: { trigger, customEvent } }: JudgingRule): string => {
  if (trigger === 'schedule') return triggerKey(trigger, ruleId);
  return triggerKey(trigger, trigger === 'custom' ? customEvent : null);
};

/** Sorts rules once, not per purchase: by stage, then the higher priority, then the older rule. */
export const ruleSet = (rules: readonly JudgingRule[]): RuleSet => {
  const byTrigger = new Map<string, JudgingRule[]>();
  for (const rule of rules) {
    const key = keyOfRule(rule);
    const list = byTrigger.get(key);
    if (list) list.push(rule);
    else byTrigger.set(key, [rule]);
  }
  return new Map(
    [...byTrigger].map(([key, list]) => [
      key,
      {
        rules: list.sort((a, b) => stageOf(a) - stageOf(b) || byPriority(a, b)),
        stacks: list.some(({ draft }) => draft.exclusive || draft.stacking !== null),
      },
    ]),
  );
};

/** A decision as it grows: each rule sees the points of those before it. */
class Course {
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

/** Pure: the same facts, rules and limits give the same decision, for ever. */
export const evaluate = (set: RuleSet, situation: Situation): Decision => {
  const { facts } = situation;
  const course = new Course(facts.lines.length);
  const asked = set.get(triggerKey(facts.trigger, facts.eventName));
  if (asked) {
    let candidates: readonly JudgingRule[] = candidatesOf(asked.rules, situation, course);
    if (asked.stacks) candidates = withoutSeconds(withoutExcluded(candidates, course), course);
    const best = new Map<string, JudgingRule>();
    for (const rule of candidates)
      if (isBest(rule, candidates, best, situation, course)) apply(rule, situation, course);
      else course.pass('group', rule);
  }
  const why = course.steps.flatMap((step) => step.lines);
  const { points, tierPoints, steps, passed, limits } = course;
  return { points, tierPoints, steps, passed, limits, why: why.length > 0 ? why : [NOTHING_LINE] };
};

/**
 * Of a `best` group only the rule stays that gives most when the first of them has its turn (multipliers then see the basic
 * points); on a tie the higher priority, then the older rule.
 */
const isBest = (
  rule: JudgingRule,
  candidates: readonly JudgingRule[],
  best: Map<string, JudgingRule>,
  situation: Situation,
  course: Course,
): boolean => {
  const { stacking } = rule.draft;
  if (stacking?.mode !== 'best') return true;
  let winner = best.get(stacking.group);
  if (!winner) {
    const worth = (candidate: JudgingRule): number => granted(candidate, situation, course).step?.points ?? 0;
    winner = candidates
      .filter(({ draft }) => draft.stacking?.mode === 'best' && draft.stacking.group === stacking.group)
      .map((candidate) => ({ candidate, points: worth(candidate) }))
      .sort((a, b) => b.points - a.points || byPriority(a.candidate, b.candidate))[0]!.candidate;
    best.set(stacking.group, winner);
  }
  return winner === rule;
};

/** Rules whose period, stores, channels and condition hold. This loop runs for every rule of every purchase. */
const candidatesOf = (rules: readonly JudgingRule[], { facts, at }: Situation, course: Course): JudgingRule[] => {
  const candidates: JudgingRule[] = [];
  for (const rule of rules) {
    if (!contains(rule.valid, at)) course.pass('period', rule);
    else if (rule.stores && (facts.storeId === null || !rule.stores.has(facts.storeId))) course.pass('store', rule);
    else if (rule.channels && !rule.channels.has(facts.channel)) course.pass('channel', rule);
    else if (rule.condition && !rule.condition.holds(rule.readsEligible ? seenBy(facts, rule.draft.lines) : facts))
      course.pass('condition', rule);
    else candidates.push(rule);
  }
  return candidates;
};

const apply = (rule: JudgingRule, situation: Situation, course: Course): void => {
  const { step, reason, use } = granted(rule, situation, course);
  if (use) course.limits[rule.key] = use;
  if (step) course.add(step);
  else course.pass(reason ?? 'nothing', rule);
};

interface Granted {
  readonly step: Step | null;
  readonly reason?: PassReason;
  readonly use?: LimitUse;
}

const granted = (rule: JudgingRule, situation: Situation, course: Course): Granted => {
  const { draft, key } = rule;
  const named = { rule: key, name: draft.name, kind: draft.effect.kind };
  if (!givesPoints(draft.effect.kind)) return handedOut(rule, situation, named);
  const facts = seenBy(situation.facts, draft.lines);
  const input: EffectInput = { rule, facts, running: course.points, runningParts: course.parts };
  const effect = effectOf(input);
  if ('nothing' in effect) return { step: null, reason: 'nothing' };
  const limit = limitOf(rule, effect.points, situation.limits);
  const lot = draft.lot ? { lot: draft.lot } : {};
  if (!limit) return { step: { ...named, ...effect, lines: [effect.line], ...lot } };
  const { use, most, by } = limit;
  if (by === null) return { step: { ...named, ...effect, lines: [effect.line], ...lot }, use };
  if (most === 0) return { step: null, reason: by === 'budget' ? 'budget' : 'cap', use };
  const said =
    by === 'budget' ? budgetLine(use.budgetLeft!, most) : capLine(by, draft.caps[by]!, use.used?.[by] ?? 0, most);
  const parts = splitByLargestRemainder(most, effect.parts);
  return {
    step: { ...named, points: most, parts, arithmetic: effect.arithmetic, lines: [effect.line, said], ...lot },
    use,
  };
};

const handedOut = (rule: JudgingRule, { limits }: Situation, named: Pick<Step, 'rule' | 'name' | 'kind'>): Granted => {
  const limit = limitOf(rule, 1, limits);
  const use = limit?.use;
  if (limit && limit.most === 0) return { step: null, reason: 'cap', use };
  return { step: { ...named, points: 0, parts: [], grant: rule.draft.effect, arithmetic: '1', lines: [] }, use };
};
