import type { Day } from '../../calendar/days';
import type { RuleDraft } from '../../judging/rule';
import type { Names } from '../../judging/sentence-names';
import { noneOf, oneOf } from '../domain/domain';
import { type World, worldOf } from '../domain/world';
import type { LintInput, LintRule } from '../model/lint-input';
import { ALWAYS, hasDay, type Window } from './calendar';
import { type Case, type Conflict, type Constraint, EVERYTHING, isConflict, meetCases } from './case';
import { type Normal, normalise } from './normalise';
import { relationConflict } from './relations';
import { mayFireOn } from './schedule-days';

/** A rule with all the ways in which it can apply, worked out once and then compared with others. */
export interface Analysed {
  readonly rule: LintRule;
  readonly draft: RuleDraft;
  /** Its condition alone, and the opposite of it. */
  readonly condition: Normal;
  readonly opposite: Normal;
  /** Ways in which stores, channels and condition hold together, on some day of its validity. Null: not known. */
  readonly cases: readonly Case[] | null;
  readonly window: Window;
  readonly from: number | null;
  readonly until: number | null;
}

export interface Context {
  readonly input: LintInput;
  readonly world: World;
}

export const contextOf = (input: LintInput): Context => ({ input, world: worldOf(input) });

export const analyse = (rule: LintRule, context: Context): Analysed => {
  const { draft } = rule;
  const tree = draft.condition ?? true;
  const condition = normalise(tree, true, context.world, draft);
  const window = windowOf(draft, context.input);
  const scope = scopeOf(draft);
  const cases = condition.cases
    ?.map((one) => meetCases(scope, one))
    .filter((one): one is Case => !isConflict(one) && isPossible(one, window, context));
  return {
    rule,
    draft,
    condition,
    opposite: normalise(tree, false, context.world, draft),
    cases: cases ?? null,
    window,
    from: instantOf(draft.validFrom),
    until: instantOf(draft.validUntil),
  };
};

/** No pair of its parts excludes the other, and some day of the window suits. When in doubt, yes. */
export const isPossible = (one: Case, window: Window, { input }: Context): boolean =>
  relationConflict(one) === null && hasDay(one, window, input.calendar);

/** Why no case of a condition is possible by itself, wherever and whenever; null when one is. */
export const impossibility = (normal: Normal, context: Context): readonly Conflict[] | null => {
  if (normal.cases === null) return null;
  const conflicts = normal.cases.map((one) => relationConflict(one) ?? dayConflict(one, ALWAYS, context));
  return conflicts.includes(null) ? null : [...normal.conflicts, ...conflicts.filter((one) => one !== null)];
};

const dayConflict = (one: Case, window: Window, { input }: Context): Conflict | null =>
  hasDay(one, window, input.calendar)
    ? null
    : { fact: 'day', says: [...one.entries()].flatMap(([fact, { says }]) => (DAY_FACTS.has(fact) ? says : [])) };

export const DAY_FACTS: ReadonlySet<string> = new Set([
  'day',
  'monthDay',
  'month',
  'dayOfMonth',
  'weekday',
  'isHoliday',
  'holiday',
  'isWorkday',
  'lunarMonthDay',
]);

/** Stores and channels as one more part of the condition. */
export const scopeOf = ({ stores, channels, schedule, trigger }: RuleDraft, names?: Names): Case => {
  const scope = new Map<string, Constraint>();
  if (stores)
    scope.set('storeId', {
      domain: oneOf(stores),
      says: [`适用门店 ${stores.map((id) => names?.stores?.get(id) ?? id).join('、')}`],
    });
  if (channels) scope.set('channel', { domain: oneOf(channels), says: [`适用渠道 ${channels.join('、')}`] });
  if (trigger === 'schedule' && schedule)
    scope.set('hour', {
      domain: { kind: 'numbers', set: [{ low: schedule.hour, lowOpen: false, high: 23, highOpen: false }] },
      says: [`定期 ${schedule.hour} 点触发`],
    });
  return scope.size === 0 ? EVERYTHING : scope;
};

/** Everything that is not in the stores and channels of a rule. */
export const outsideOf = ({ stores, channels }: RuleDraft): readonly Case[] => [
  ...(stores ? [new Map([['storeId', { domain: noneOf(stores), says: [] }]])] : []),
  ...(channels ? [new Map([['channel', { domain: noneOf(channels), says: [] }]])] : []),
];

/** Milliseconds of an instant; null for none, and for a text that is none. */
export const instantOf = (iso: string | null): number | null => {
  const instant = Date.parse(iso ?? '');
  return Number.isNaN(instant) ? null : instant;
};

const DEFAULT_OFFSET_MINUTES = 480;

/** The brand's day of an instant. */
export const dayOf = (instant: number, { settings }: LintInput): Day => {
  const offset = (settings.utcOffsetMinutes ?? DEFAULT_OFFSET_MINUTES) * 60_000;
  return new Date(instant + offset).toISOString().slice(0, 10);
};

/** The last day on which a rule still applies: its end is half-open. */
export const lastDayOf = (until: number, input: LintInput): Day => dayOf(until - 1, input);

const windowOf = ({ validFrom, validUntil, trigger, schedule }: RuleDraft, input: LintInput): Window => {
  const [start, end] = [instantOf(validFrom), instantOf(validUntil)];
  const from = start === null ? null : dayOf(start, input);
  const to = end === null ? null : lastDayOf(end, input);
  if (trigger !== 'schedule' || !schedule) return { from, to };
  // What a schedule missed it does not make up for.
  return { from: from ?? input.today, to, mayFire: mayFireOn(schedule.rrule) };
};

export const bothWindows = (a: Window, b: Window): Window => ({
  from: a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from,
  to: a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to,
  ...(a.mayFire || b.mayFire
    ? { mayFire: (day: Day) => (a.mayFire?.(day) ?? true) && (b.mayFire?.(day) ?? true) }
    : {}),
});
