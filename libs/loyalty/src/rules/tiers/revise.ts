import { settle } from './advance';
import { type Moved, newHolding, type TierContext, type TierMove, type TierState, withCode } from './tier-state';
import { rankOf, tierByCode, tierFor } from './tiers';
import { countingSpan } from './windows';

/**
 * After something was earned: rises at once, by any number of steps. A purchase that came late and belongs to a window that has ended
 * undoes the step down which it would have prevented. The state must have been moved on to the day before.
 */
export const rise = (start: TierState, context: TierContext): Moved => {
  const { state, moves } = undoDown(start, context);
  const { tiers, settings, joined } = context;
  const span = countingSpan(settings, state.day, joined);
  const sum = context.qualifying(span.from, span.to);
  const best = tierFor(tiers, sum);
  if (!best || rankOf(tiers, best.code) <= rankOf(tiers, state.earned?.code ?? null)) return { state, moves };
  const judgement = {
    by: 'rise' as const,
    basis: settings.basis,
    ...span,
    needed: best.enterAt,
    before: state.earned!,
  };
  const earned = newHolding(best.code, state.day, context);
  const after = withCode(tiers, { ...state, earned, judgements: [...state.judgements, judgement] });
  const move: TierMove = {
    kind: 'rise',
    from: state.code,
    to: after.code,
    judged: best.code,
    on: state.day,
    qualifying: sum,
    needed: best.enterAt,
    until: earned.until,
  };
  return { state: after, moves: [...moves, move] };
};

const undoDown = (state: TierState, context: TierContext): Moved => {
  const at = state.judgements.findIndex(({ by }) => by === 'down');
  const down = state.judgements[at];
  if (!down || down.basis !== context.settings.basis) return { state, moves: [] };
  const sum = context.qualifying(down.from, down.to);
  if (sum < down.needed || rankOf(context.tiers, down.before.code) < 0) return { state, moves: [] };
  const back = putBack(state, at, context);
  const on = settle(back, state.day, context, state.day);
  return {
    state: on.state,
    moves: [said(state, back, { kind: 'late', qualifying: sum, needed: down.needed }), ...on.moves],
  };
};

/**
 * After a refund: judgements that no longer hold fall, the newest first. A rise holds while its threshold is met on its own day or
 * today; a window's end holds while its days still have what it needed. What falls leads back to the tier before, and never lower than
 * the tier before the rises of this window, unless the window's end itself would have gone otherwise. Told is what came of it all.
 */
export const fall = (start: TierState, context: TierContext): Moved => {
  let state = start;
  let first: Why | null = null;
  for (let fallen = fallenOf(state, context); fallen; fallen = fallenOf(state, context)) {
    first ??= { kind: 'refund', qualifying: fallen.sum, needed: state.judgements[fallen.at]!.needed };
    state = withoutJudgement(state, fallen, context);
  }
  if (first === null) return { state, moves: [] };
  const moves = start.code === state.code ? [] : [said(start, state, first)];
  if (state.earned?.graceUntil && !start.earned?.graceUntil) moves.push(warning(state, context));
  return { state, moves };
};

interface Fallen {
  readonly at: number;
  readonly sum: number;
}

/** The newest judgement that does not hold any more; what ended a grace stands only while the grace itself does. */
const fallenOf = (state: TierState, context: TierContext): Fallen | null => {
  const top = state.judgements.length - 1;
  const ofGrace = state.judgements[top - 1]?.by === 'grace' ? fallenAt(state, top - 1, context) : null;
  return ofGrace ?? fallenAt(state, top, context);
};

const fallenAt = ({ judgements, day }: TierState, at: number, context: TierContext): Fallen | null => {
  const judgement = judgements[at];
  if (!judgement || judgement.by === 'down' || judgement.basis !== context.settings.basis) return null;
  if (rankOf(context.tiers, judgement.before.code) < 0) return null;
  const then = context.qualifying(judgement.from, judgement.to);
  const today = countingSpan(context.settings, day, context.joined);
  const sum = judgement.by === 'rise' ? Math.max(then, context.qualifying(today.from, today.to)) : then;
  return sum < judgement.needed ? { at, sum } : null;
};

const withoutJudgement = (state: TierState, { at, sum }: Fallen, context: TierContext): TierState => {
  const { tiers } = context;
  const { by, before } = state.judgements[at]!;
  const lower = by === 'rise' ? tierFor(tiers, sum) : null;
  if (!lower || rankOf(tiers, lower.code) <= rankOf(tiers, before.code))
    return settle(putBack(state, at, context), state.day, context).state;
  // The rise went too far: it stays a rise, to a lower tier, with the same window.
  const judgements = [...state.judgements.slice(0, at), { ...state.judgements[at]!, needed: lower.enterAt }];
  return withCode(tiers, { ...state, earned: { ...state.earned!, code: lower.code }, judgements });
};

/** What the member held before the judgement at this place. */
const putBack = (state: TierState, at: number, { tiers }: TierContext): TierState =>
  withCode(tiers, { ...state, earned: state.judgements[at]!.before, judgements: state.judgements.slice(0, at) });

type Why = Pick<TierMove, 'kind' | 'qualifying' | 'needed'>;

const said = (before: TierState, after: TierState, why: Why): TierMove => ({
  ...why,
  from: before.code,
  to: after.code,
  judged: before.earned?.code ?? null,
  on: before.day,
  until: after.earned?.graceUntil ?? after.earned?.until ?? null,
});

const warning = (state: TierState, { tiers, qualifying }: TierContext): TierMove => {
  const { code, from } = state.earned!;
  const needed = tierByCode(tiers, code)?.keepAt ?? 0;
  return said(state, state, { kind: 'grace', qualifying: qualifying(from, state.day), needed });
};
