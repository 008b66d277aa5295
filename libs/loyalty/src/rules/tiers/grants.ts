import type { Day } from '../calendar/days';
import { stairOf, type TierGrant } from './stair';
import { type Moved, type TierContext, type TierState, withCode } from './tier-state';

/**
 * A tier to the end of `until`, by hand or by a paid card. `others` are the grants that go on beside it: the higher tier holds, and the
 * lower one takes over when it ends sooner. What is earned goes its own way beneath them.
 */
export const grantTier = (
  state: TierState,
  code: string,
  until: Day,
  context: TierContext,
  others: readonly TierGrant[] = [],
): Moved => changed(state, withGrants(state, [{ code, until }, ...others], context), 'grant', code);

/** Ends a grant before its time; `others` go on. `code` is the tier that it gave. */
export const withdrawGrant = (
  state: TierState,
  context: TierContext,
  others: readonly TierGrant[] = [],
  code: string | null = state.grant?.code ?? null,
): Moved =>
  code === null ? { state, moves: [] } : changed(state, withGrants(state, others, context), 'grant-end', code);

const withGrants = (state: TierState, grants: readonly TierGrant[], context: TierContext): TierState =>
  withCode(context.tiers, { ...state, grant: stairOf(grants, context) });

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
