import { Course } from './course';
import type { Decision, PassReason } from './decision';
import { stageOf } from './effects';
import type { Facts } from './facts';
import { granted } from './granting';
import type { Limits } from './limits';
import { Answers, type Questionnaire, questionnaireOf } from './questions';
import type { JudgingRule, RuleTrigger } from './rule';
import { allRules, exclude, placesOf, type RuleBits, valuesWithout } from './rule-bits';
import { byPriority, withoutExcluded, withoutSeconds } from './stacking';
import { NOTHING_LINE } from './wording';

export interface Situation {
  readonly facts: Facts;
  /** The instant that validity periods are compared with. */
  readonly at: Date;
  readonly limits: Limits;
}

/** The rules of one trigger in working order, and what the judgement may skip because no rule of them asks for it. */
export interface TriggerRules {
  readonly rules: readonly JudgingRule[];
  readonly asked: Questionnaire;
  readonly keys: readonly string[];
  readonly all: RuleBits;
  /** Places of the rules with a period, stores or channels of their own. */
  readonly bounded: readonly number[];
  /** Whether a rule excludes others, and whether there are groups of which only the first rule counts. */
  readonly excludes: boolean;
  readonly firsts: boolean;
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
  return new Map([...byTrigger].map(([key, list]) => [key, triggerRules(list)]));
};

const triggerRules = (list: readonly JudgingRule[]): TriggerRules => {
  const rules = [...list].sort((a, b) => stageOf(a) - stageOf(b) || byPriority(a, b));
  const excludes = rules.some(({ draft }) => draft.exclusive);
  const firsts = rules.some(({ draft }) => draft.stacking?.mode === 'first');
  const isBounded = ({ valid, stores, channels }: JudgingRule): boolean =>
    valid.from !== null || valid.until !== null || stores !== null || channels !== null;
  const bounded = rules.flatMap((rule, place) => (isBounded(rule) ? [place] : []));
  const keys = rules.map((rule) => rule.key);
  return { rules, keys, asked: questionnaireOf(rules), all: allRules(rules.length), bounded, excludes, firsts };
};

/** Pure: the same facts, rules and limits give the same decision, for ever. */
export const evaluate = (set: RuleSet, situation: Situation): Decision => {
  const { facts } = situation;
  const course = new Course(facts.lines.length);
  const asked = set.get(triggerKey(facts.trigger, facts.eventName));
  if (asked) {
    let candidates: readonly JudgingRule[] = candidatesOf(asked, situation, course);
    if (asked.excludes) candidates = withoutExcluded(candidates, course);
    if (asked.firsts) candidates = withoutSeconds(candidates, course);
    const best = new Map<string, JudgingRule>();
    for (const rule of candidates)
      if (isBest(rule, candidates, best, situation, course)) apply(rule, situation, course);
      else course.pass('group', rule);
  }
  const why: string[] = [];
  for (const { lines } of course.steps) why.push(...lines);
  const { points, tierPoints, steps, passed, limits } = course;
  return { points, tierPoints, steps, passed, limits, why: why.length > 0 ? why : [NOTHING_LINE] };
};

/**
 * Of a `best` group only the rule stays that gives most when the first of them has its turn (multipliers then see the basic
 * points); on a tie the higher priority, then the older rule. What limits left of each is kept: it decided who is best.
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
    const rivals = candidates.filter(
      ({ draft }) => draft.stacking?.mode === 'best' && draft.stacking.group === stacking.group,
    );
    winner = rivals.length === 1 ? rule : bestOf(rivals, situation, course);
    best.set(stacking.group, winner);
  }
  return winner === rule;
};

const bestOf = (rivals: readonly JudgingRule[], { facts, limits }: Situation, course: Course): JudgingRule => {
  const worth = (rival: JudgingRule): number => {
    const { step, use } = granted(rival, facts, limits, course);
    if (use) course.limits[rival.key] = use;
    return step?.points ?? 0;
  };
  return rivals
    .map((rival) => ({ rival, points: worth(rival) }))
    .sort((a, b) => b.points - a.points || byPriority(a.rival, b.rival))[0]!.rival;
};

/** Rules whose period, stores, channels and condition hold. */
const candidatesOf = ({ rules, keys, all, bounded, asked }: TriggerRules, situation: Situation, course: Course) => {
  const inside = all.slice();
  for (const place of bounded) {
    const reason = outsideOf(rules[place]!, situation);
    if (!reason) continue;
    course.pass(reason, rules[place]!);
    exclude(inside, place);
  }
  const left = inside.slice();
  new Answers(asked, situation.facts).sift(left);
  const failed = valuesWithout(keys, inside, left);
  if (failed.length > 0) course.passed.condition = failed;
  return placesOf(left).map((place) => rules[place]!);
};

const outsideOf = ({ valid, stores, channels }: JudgingRule, { facts, at }: Situation): PassReason | null => {
  if ((valid.from && at < valid.from) || (valid.until && at >= valid.until)) return 'period';
  if (stores && (facts.storeId === null || !stores.has(facts.storeId))) return 'store';
  return channels && !channels.has(facts.channel) ? 'channel' : null;
};

const apply = (rule: JudgingRule, situation: Situation, course: Course): void => {
  const { step, reason, use } = granted(rule, situation.facts, situation.limits, course);
  if (use) course.limits[rule.key] = use;
  if (step) course.add(step);
  else course.pass(reason ?? 'nothing', rule);
};
