import type { Day } from '../calendar/days';
import { type Moved, type TierContext, type TierState, withCode } from './tier-state';

/** A tier by hand, to the end of `until`. It replaces an earlier grant; what is earned goes its own way beneath it. */
export const grantTier = (state: TierState, code: string, until: Day, { tiers }: TierContext): Moved =>
  changed(state, withCode(tiers, { ...state, grant: { code, until } }), 'grant', code);

/** Ends a grant before its time. */
export const withdrawGrant = (state: TierState, { tiers }: TierContext): Moved =>
  state.grant === null
    ? { state, moves: [] }
    : changed(state, withCode(tiers, { ...state, grant: null }), 'grant-end', state.grant.code);

const changed = (before: TierState, after: TierState, kind: 'grant' | 'grant-end', judged: string): Moved => ({
  state: after,
  moves: [
    {
      kind,
      from: before.code,
      to: after.code,
      judged,
      on: before.day,
      qualifying: 0,
      needed: 0,
      until: after.grant?.until ?? after.earned?.until ?? null,
    },
  ],
});
