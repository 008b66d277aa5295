import type { Window } from '../cases/calendar';
import { type Case, isConflict, meetCases } from '../cases/case';
import { type Analysed, bothWindows, type Context, isPossible, outsideOf } from '../cases/rule-cases';
import type { Pinned } from './pinned';
import { boundOf, type Worth, worthOf } from './worth';

/** So many combinations are looked at in all; beyond, the worst that was found stands. */
export const MOST_NODES = 4000;

export interface Patience {
  nodes: number;
}

interface State {
  readonly one: Case;
  readonly window: Window;
  readonly chosen: readonly Analysed[];
}

/** The rules that give most of those that can hold together on one purchase: branch and bound over the ways in which each can hold. */
export const dearest = (
  rules: readonly Analysed[],
  pinned: Pinned,
  atLeast: number,
  patience: Patience,
  context: Context,
): Worth | null => {
  let best: Worth | null = null;
  const visit = (rest: readonly Analysed[], state: State): void => {
    if (patience.nodes <= 0) return;
    patience.nodes -= 1;
    const open = rest.filter((rule) => waysOf(rule, state, context).length > 0 || reduces(rule));
    if (boundOf([...state.chosen, ...open], pinned) <= Math.max(best?.points ?? 0, atLeast)) return;
    const [next, ...later] = open;
    if (!next) {
      const worth = worthOf(state.chosen, pinned);
      if (worth.points > Math.max(best?.points ?? 0, atLeast)) best = worth;
      return;
    }
    const ways = waysOf(next, state, context);
    for (const way of ways) visit(later, { ...way, chosen: [...state.chosen, next] });
    // Without it: a rule that only adds may be left out freely, and need not be where it holds anyway.
    if (!reduces(next)) {
      if (!ways.some((way) => way.free)) visit(later, state);
      return;
    }
    for (const way of waysWithout(next, state, context)) visit(later, { ...way, chosen: state.chosen });
  };
  const start = { one: pinned.known, window: { from: context.input.today, to: null }, chosen: [] };
  visit(inOrder(rules, pinned), start);
  return best;
};

/** Those first that give most by themselves. */
const inOrder = (rules: readonly Analysed[], pinned: Pinned): readonly Analysed[] =>
  rules
    .map((rule) => ({ rule, points: boundOf([rule], pinned) }))
    .sort((a, b) => Number(reduces(b.rule)) - Number(reduces(a.rule)) || b.points - a.points)
    .map(({ rule }) => rule);

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
  const bounded = rule.window.from !== null || rule.window.to !== null;
  return (rule.cases ?? []).flatMap((one): readonly Way[] => {
    const both = meetCases(state.one, one);
    if (isConflict(both) || !isPossible(both, window, context)) return [];
    return [{ one: both, window, free: one.size === 0 && !bounded }];
  });
};

const waysWithout = (rule: Analysed, state: State, context: Context): readonly Way[] => {
  // Before or after its time it does not hold.
  if (rule.from !== null || rule.until !== null || rule.opposite.cases === null) return [{ ...state, free: true }];
  return [...rule.opposite.cases, ...outsideOf(rule.draft)].flatMap((one): readonly Way[] => {
    const both = meetCases(state.one, one);
    return isConflict(both) || !isPossible(both, state.window, context) ? [] : [{ ...state, one: both, free: false }];
  });
};
