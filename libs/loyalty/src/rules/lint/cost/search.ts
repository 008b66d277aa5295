import type { Points } from '@fanloop/kernel';
import type { Window } from '../cases/calendar';
import { type Case, isConflict, meetCases } from '../cases/case';
import { type Analysed, bothWindows, type Context, isPossible, outsideOf } from '../cases/rule-cases';
import { boundOf, type Power, powerOf } from './bound';
import type { Pinned } from './pinned';
import { type Worth, worthOf } from './worth';

/** So many ways of combining rules are looked at in all; beyond, the worst that was found stands. */
export const MOST_WORK = 10_000;

/** Judging a rule costs about as much as asking five whether they can hold. */
const WORK_OF_JUDGING = 5;

export interface Patience {
  work: number;
}

interface Candidate {
  readonly rule: Analysed;
  readonly power: Power;
}

interface State {
  readonly one: Case;
  readonly window: Window;
  readonly chosen: readonly Candidate[];
}

/** The rules that give most of those that can hold together on one purchase: branch and bound over the ways in which each can hold. */
export const dearest = (
  rules: readonly Analysed[],
  pinned: Pinned,
  atLeast: Points,
  patience: Patience,
  context: Context,
): Worth | null => {
  let best: Worth | null = null;
  const beaten = (bound: Points): boolean => bound <= Math.max(best?.points ?? 0, atLeast);
  const visit = (rest: readonly Candidate[], state: State): void => {
    if (patience.work <= 0 || beaten(boundOf([...state.chosen, ...rest].map(({ power }) => power)))) return;
    patience.work -= rest.length + 1;
    const open = rest.filter(({ rule }) => reduces(rule) || waysOf(rule, state, context).length > 0);
    if (beaten(boundOf([...state.chosen, ...open].map(({ power }) => power)))) return;
    const [next, ...later] = open;
    if (!next) {
      patience.work -= WORK_OF_JUDGING * state.chosen.length;
      const worth = worthOf(
        state.chosen.map(({ rule }) => rule),
        pinned.facts,
      );
      if (!beaten(worth.points)) best = worth;
      return;
    }
    const ways = waysOf(next.rule, state, context);
    for (const way of ways) visit(later, { ...way, chosen: [...state.chosen, next] });
    for (const way of waysWithout(next.rule, ways, state, context)) visit(later, { ...way, chosen: state.chosen });
  };
  visit(inOrder(rules, pinned), { one: pinned.known, window: { from: context.input.today, to: null }, chosen: [] });
  return best;
};

/** Those first that leave others out, then those that give most. */
const inOrder = (rules: readonly Analysed[], { basket, tier }: Pinned): readonly Candidate[] =>
  rules
    .map((rule) => ({ rule, power: powerOf(rule, basket, tier) }))
    .filter(({ rule, power }) => reduces(rule) || power.adds > 0 || power.multiplies > 0)
    .sort(
      (a, b) =>
        Number(reduces(b.rule)) - Number(reduces(a.rule)) ||
        b.power.adds - a.power.adds ||
        b.power.multiplies - a.power.multiplies,
    );

/** Where it holds, others may be left out. */
const reduces = ({ draft }: Analysed): boolean => draft.exclusive || draft.stacking?.mode === 'first';

interface Way {
  readonly one: Case;
  readonly window: Window;
  /** Nothing more is asked of the purchase than is known already. */
  readonly free: boolean;
}

const waysOf = (rule: Analysed, state: State, context: Context): readonly Way[] => {
  const window = bothWindows(state.window, rule.window);
  const bounded = rule.from !== null || rule.until !== null;
  return (rule.cases ?? []).flatMap((one): readonly Way[] => {
    const both = meetCases(state.one, one);
    if (isConflict(both) || !isPossible(both, window, context)) return [];
    return [{ one: both, window, free: one.size === 0 && !bounded }];
  });
};

/** What the purchase must be like so that the rule does not hold, where that could make the others dearer. */
const waysWithout = (rule: Analysed, ways: readonly Way[], state: State, context: Context): readonly Way[] => {
  const anyhow = [{ one: state.one, window: state.window, free: true }];
  // A rule that only adds may be left out freely, and need not be where it holds anyway.
  if (!reduces(rule)) return ways.some(({ free }) => free) ? [] : anyhow;
  // Before or after its time it does not hold.
  if (rule.from !== null || rule.until !== null || rule.opposite.cases === null) return anyhow;
  return [...rule.opposite.cases, ...outsideOf(rule.draft)].flatMap((one): readonly Way[] => {
    const both = meetCases(state.one, one);
    return isConflict(both) || !isPossible(both, state.window, context)
      ? []
      : [{ one: both, window: state.window, free: false }];
  });
};
