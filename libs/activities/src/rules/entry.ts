import type { MemberId, Outcome, Refusal } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import type { ActivityStatus } from './activity';
import { refuse } from './refusals';

export type EntryState = 'joined' | 'waiting' | 'cancelled' | 'attended';

/** What joining looks at, read under the lock of the activity's row. */
export interface JoinableActivity {
  readonly status: ActivityStatus;
  readonly signUpUntil: Date;
  readonly startsAt: Date;
  readonly seatsTotal: number;
  readonly seatsTaken: number;
  readonly waiting: number;
  readonly lastQueueNo: number;
}

export interface Placement {
  readonly state: Extract<EntryState, 'joined' | 'waiting'>;
  /** Place in the waiting list, from 1; null for a seat. */
  readonly position: number | null;
  /** Order of arrival, unique in the activity. Who comes back after cancelling queues up anew. */
  readonly queueNo: number;
}

/**
 * Decides the sign-ups of one activity in the order in which they came. While somebody waits nobody is seated past him.
 * @param present the state of each person's entry, where there is one
 */
export const decideJoins = (
  activity: JoinableActivity,
  present: ReadonlyMap<MemberId, EntryState>,
  members: readonly MemberId[],
  now: Date,
): Outcome<Placement>[] => {
  const states = new Map(present);
  let { seatsTaken, waiting, lastQueueNo } = activity;
  return members.map((member) => {
    const refusal = whyNotJoin(activity, states.get(member), now);
    if (refusal) return reject(refusal);
    lastQueueNo += 1;
    const seated = waiting === 0 && seatsTaken < activity.seatsTotal;
    if (seated) seatsTaken += 1;
    else waiting += 1;
    const state = seated ? 'joined' : 'waiting';
    states.set(member, state);
    return accept({ state, position: seated ? null : waiting, queueNo: lastQueueNo });
  });
};

const whyNotJoin = (
  { status, signUpUntil, startsAt }: JoinableActivity,
  state: EntryState | undefined,
  now: Date,
): Refusal | null => {
  if (state && state !== 'cancelled') return refuse('AlreadyJoined');
  if (status !== 'open') return refuse('ActivityNotOpen');
  return now >= signUpUntil || now >= startsAt ? refuse('SignUpEnded') : null;
};

/** Why an entry cannot be given up; null when it can. */
export const whyNotLeave = (
  activity: Pick<JoinableActivity, 'status' | 'startsAt'>,
  state: EntryState | undefined,
  now: Date,
): Refusal | null => {
  if (!state) return refuse('NotJoined');
  if (state === 'attended') return refuse('AlreadyCheckedIn');
  if (activity.status !== 'open' && activity.status !== 'closed') return refuse('ActivityStatusForbids');
  return now >= activity.startsAt ? refuse('ActivityStarted') : null;
};

/** Doors open so long before the start. */
export const CHECK_IN_OPENS_MS = 3 * 3_600_000;

/** Why an entry cannot be checked in; null when it can. */
export const whyNotCheckIn = (
  activity: { readonly status: ActivityStatus; readonly startsAt: Date; readonly endsAt: Date },
  state: EntryState | undefined,
  now: Date,
): Refusal | null => {
  if (!state) return refuse('CheckInCodeInvalid');
  if (state === 'attended') return refuse('AlreadyCheckedIn');
  if (state === 'waiting') return refuse('StillWaiting');
  if (state === 'cancelled') return refuse('EntryCancelled');
  if (activity.status !== 'open' && activity.status !== 'closed') return refuse('ActivityStatusForbids');
  const early = now.getTime() < activity.startsAt.getTime() - CHECK_IN_OPENS_MS;
  return early || now >= activity.endsAt ? refuse('CheckInNotOpen') : null;
};
