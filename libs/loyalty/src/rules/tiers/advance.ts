import { type Day, plusDays } from '../calendar/days';
import { nextGrant } from './stair';
import {
  firstHolding,
  fitted,
  type Holding,
  type Judgement,
  type Moved,
  nextEnd,
  type TierContext,
  type TierMove,
  type TierState,
  withCode,
} from './tier-state';
import { rankOf } from './tiers';
import { termAfter } from './windows';

/**
 * Moves a member on to `day`, through as many ends of windows, graces and grants as lie before it, each judged as it would have been
 * in its own night: so a sweep that comes three years late gives what a daily one gives. A day before the last one changes nothing.
 */
export const advance = (state: TierState, day: Day, context: TierContext): Moved =>
  settle(state, day > state.day ? day : state.day, context);

/** As `advance`, also from a state that was put back to an earlier window. `saidOn`: the day that moves are dated. */
export const settle = (start: TierState, day: Day, context: TierContext, saidOn: Day | null = null): Moved => {
  const moves: TierMove[] = [];
  let state = fitted(start, context);
  if (state.code !== start.code) moves.push(redrawn(start, state));
  for (let end = nextEnd(state); end !== null && end < day; end = nextEnd(state)) {
    const step = state.grant?.until === end ? endGrant(state, context) : endTerm(state, end, context);
    state = step.state;
    moves.push(...step.moves.map((move) => (saidOn === null ? move : { ...move, on: saidOn })));
  }
  return { state: day > state.day ? { ...state, day } : state, moves };
};

const redrawn = (before: TierState, after: TierState): TierMove => ({
  kind: 'redrawn',
  from: before.code,
  to: after.code,
  judged: after.code,
  on: before.day,
  qualifying: 0,
  needed: 0,
  until: after.earned?.until ?? null,
});

const endGrant = (state: TierState, { tiers }: TierContext): Moved => {
  const until = state.grant!.until;
  const after = withCode(tiers, { ...state, grant: nextGrant(state.grant!) });
  const move: TierMove = {
    kind: 'grant-end',
    from: state.code,
    to: after.code,
    judged: state.grant!.code,
    on: plusDays(until, 1),
    qualifying: 0,
    needed: 0,
    until: after.grant?.until ?? after.earned?.until ?? null,
  };
  return { state: after, moves: [move] };
};

/** The end of a window or of a grace: kept, warned, or one step down. */
const endTerm = (state: TierState, end: Day, context: TierContext): Moved => {
  const { tiers, settings, joined } = context;
  const held = state.earned!;
  const rank = rankOf(tiers, held.code);
  const tier = tiers[rank]!;
  const sum = context.qualifying(held.from, end);
  const inGrace = held.graceUntil !== null;
  const next = termAfter(settings, end, joined);
  const judge = (by: Judgement['by'], needed: number, earned: Holding): Moved => {
    const judgement: Judgement = { by, basis: settings.basis, from: held.from, to: end, needed, before: held };
    const judgements = inGrace ? [...state.judgements, judgement] : [judgement];
    const after = withCode(tiers, { ...state, earned, judgements });
    const move: TierMove = {
      kind: by,
      from: state.code,
      to: after.code,
      judged: held.code,
      on: plusDays(end, 1),
      qualifying: sum,
      needed: tier.keepAt,
      until: earned.graceUntil ?? earned.until,
    };
    return { state: after, moves: [move] };
  };
  if (sum >= tier.keepAt)
    return judge('kept', tier.keepAt, { code: held.code, from: next.from, until: next.to, graceUntil: null });
  if (!inGrace && settings.graceDays > 0 && sum >= tier.leaveAt)
    return judge('grace', tier.leaveAt, { ...held, graceUntil: plusDays(end, settings.graceDays) });
  const lower = tiers[rank - 1]!;
  const needed = inGrace || settings.graceDays === 0 ? tier.keepAt : tier.leaveAt;
  if (rank === 1) return judge('down', needed, firstHolding(lower.code, plusDays(end, 1)));
  return judge('down', needed, { code: lower.code, from: next.from, until: next.to, graceUntil: null });
};
