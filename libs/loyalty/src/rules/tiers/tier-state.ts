import { type Day, earliestDay } from '../calendar/days';
import type { TierSettings } from '../settings';
import { currentCode, type HeldGrant, stairOf } from './stair';
import { higherCode, rankOf, type Tier, type TierBasis, tierFor } from './tiers';
import { countingSpan, termAfterRise } from './windows';

/** A tier that was earned, with the window in which it holds. */
export interface Holding {
  readonly code: string;
  /** First day that counts for keeping. */
  readonly from: Day;
  /** The window's last day; null for the first tier, which has no end. */
  readonly until: Day | null;
  /** The last day of grace, once the window ended below `keepAt`. */
  readonly graceUntil: Day | null;
}

/**
 * Why a holding is what it is: on days `from … to` the member had `needed` (rise, kept, grace) or had not (down). When a refund
 * or a late purchase changes what these days held, the judgement falls and the member is where `before` says.
 */
export interface Judgement {
  readonly by: 'rise' | 'kept' | 'grace' | 'down';
  readonly basis: TierBasis;
  readonly from: Day;
  readonly to: Day;
  readonly needed: number;
  readonly before: Holding;
}

/** All that is remembered of a member's tier. Money and points are not in it: they are asked by days. */
export interface TierState {
  /** What the member has: the higher of earned and granted. Null while the brand has no tiers. */
  readonly code: string | null;
  /** The day up to which windows have been moved on. An earlier clock changes nothing. */
  readonly day: Day;
  readonly earned: Holding | null;
  /** The last window's end and the rises since, oldest first. The tier before them is as low as a refund can bring. */
  readonly judgements: readonly Judgement[];
  /** Given by hand or by a paid card: the highest of the grants that are open. */
  readonly grant: HeldGrant | null;
}

/** What judging needs beside the state. */
export interface TierContext {
  readonly tiers: readonly Tier[];
  /** For a tier that is no more: the one that took its members over. */
  readonly successors: ReadonlyMap<string, string>;
  readonly settings: TierSettings;
  /** Day of enrolment, for membership years. */
  readonly joined: Day;
  /** Sum of the basis over days from … to, both counted. */
  readonly qualifying: (from: Day, to: Day) => number;
}

export type MoveKind = 'rise' | 'kept' | 'grace' | 'down' | 'refund' | 'late' | 'grant' | 'grant-end' | 'redrawn';

/** One thing that happened to a member's tier; `from` and `to` are what the member has, and may be equal. */
export interface TierMove {
  readonly kind: MoveKind;
  readonly from: string | null;
  readonly to: string | null;
  /** The tier that was judged: under a grant it may differ from both. */
  readonly judged: string | null;
  readonly on: Day;
  readonly qualifying: number;
  readonly needed: number;
  /** How long it holds now: end of window, of grace or of grant. */
  readonly until: Day | null;
}

export interface Moved {
  readonly state: TierState;
  readonly moves: readonly TierMove[];
}

/** A new member is in the first tier, or in none. */
export const startingIn = (code: string | null, day: Day): TierState => ({
  code,
  day,
  earned: code === null ? null : firstHolding(code, day),
  judgements: [],
  grant: null,
});

export const firstHolding = (code: string, from: Day): Holding => ({ code, from, until: null, graceUntil: null });

/** The last day on which anything of the state ends by itself; null: nothing does. */
export const nextEnd = ({ earned, grant }: TierState): Day | null => {
  const term = earned ? (earned.graceUntil ?? earned.until) : null;
  const ends = [term, grant?.until ?? null].filter((end) => end !== null);
  return ends.length > 0 ? earliestDay(ends) : null;
};

/** The state with the code that follows from what is earned and granted. */
export const withCode = (tiers: readonly Tier[], state: TierState): TierState => ({
  ...state,
  code: higherCode(tiers, state.earned?.code ?? null, state.grant?.code ?? null),
});

/**
 * Fits a state to the tiers as they are now: a tier that is no more is replaced by its successor, with the window that was promised, or
 * else judged anew by what counts today; one above the first that has no window gets one, and the first one loses its own.
 */
export const fitted = (state: TierState, context: TierContext): TierState => {
  const grant = fittedGrant(state.grant, context);
  const { earned } = state;
  if (earned && hasRightTerm(context.tiers, earned))
    return grant === state.grant ? state : withCode(context.tiers, { ...state, grant });
  const code = currentCode(earned?.code ?? null, context) ?? foundAnew(state.day, context);
  if (code === null) return state;
  const held = earned ? { ...earned, code } : null;
  const kept = held && hasRightTerm(context.tiers, held) ? held : newHolding(code, state.day, context);
  return withCode(context.tiers, { ...state, earned: kept, grant, judgements: [] });
};

const fittedGrant = (grant: TierState['grant'], context: TierContext): TierState['grant'] => {
  if (!grant) return null;
  const grants = [grant, ...(grant.after ?? [])];
  return grants.every(({ code }) => rankOf(context.tiers, code) >= 0) ? grant : stairOf(grants, context);
};

/** A tier held from `day` on; the first one has no window. */
export const newHolding = (code: string, day: Day, { tiers, settings, joined }: TierContext): Holding => {
  if (rankOf(tiers, code) === 0) return firstHolding(code, day);
  const { from, to } = termAfterRise(settings, day, joined);
  return { code, from, until: to, graceUntil: null };
};

/** False for a tier that is no more. */
const hasRightTerm = (tiers: readonly Tier[], { code, until }: Holding): boolean => {
  const rank = rankOf(tiers, code);
  return rank === 0 ? until === null : rank > 0 && until !== null;
};

/** The first day whose counts may be asked for while the state is judged on `day` or on its own. */
export const firstDayAsked = (
  { day: known, earned, judgements }: TierState,
  day: Day,
  { settings, joined }: Pick<TierContext, 'settings' | 'joined'>,
): Day => {
  const counting = countingSpan(settings, earliestDay([known, day]), joined).from;
  const judged = judgements.flatMap(({ from, before }) => [from, before.from]);
  return earliestDay([counting, ...(earned ? [earned.from] : []), ...judged]);
};

const foundAnew = (day: Day, { tiers, settings, joined, qualifying }: TierContext): string | null => {
  const { from, to } = countingSpan(settings, day, joined);
  return tierFor(tiers, qualifying(from, to))?.code ?? null;
};
