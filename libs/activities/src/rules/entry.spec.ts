import * as fc from 'fast-check';
import { type ActivityDraft, assertDraft, assertStatusChange, shownStatus } from './activity';
import { decideJoins, type EntryState, type JoinableActivity, whyNotCheckIn, whyNotLeave } from './entry';

const now = new Date('2026-06-15T04:00:00Z');
const hours = (n: number): Date => new Date(now.getTime() + n * 3_600_000);

const activity = (more: Partial<JoinableActivity> = {}): JoinableActivity => ({
  status: 'open',
  signUpUntil: hours(24),
  startsAt: hours(48),
  seatsTotal: 2,
  seatsTaken: 0,
  waiting: 0,
  lastQueueNo: 0,
  ...more,
});

const join = (of: JoinableActivity, members: string[], present: Record<string, EntryState> = {}) =>
  decideJoins(of, new Map(Object.entries(present)), members, now).map((outcome) =>
    outcome.ok ? `${outcome.value.state}:${outcome.value.position ?? outcome.value.queueNo}` : outcome.refusal.code,
  );

describe('decideJoins', () => {
  it('seats in the order of arrival, then queues', () => {
    expect(join(activity(), ['a', 'b', 'c', 'd'])).toEqual(['joined:1', 'joined:2', 'waiting:1', 'waiting:2']);
  });

  it('one person has one entry, also within one batch', () => {
    expect(join(activity(), ['a', 'a', 'b'], { b: 'attended' })).toEqual([
      'joined:1',
      'AlreadyJoined',
      'AlreadyJoined',
    ]);
  });

  it('who cancelled may come back, behind the others', () => {
    const full = activity({ seatsTaken: 2, waiting: 3, lastQueueNo: 9 });
    expect(join(full, ['a'], { a: 'cancelled' })).toEqual(['waiting:4']);
  });

  it('nobody is seated past one who waits', () => {
    expect(join(activity({ seatsTaken: 1, waiting: 1, lastQueueNo: 2 }), ['a'])).toEqual(['waiting:2']);
  });

  it('refuses when it is not open, and from the deadline on', () => {
    expect(join(activity({ status: 'closed' }), ['a'])).toEqual(['ActivityNotOpen']);
    expect(join(activity({ signUpUntil: now }), ['a'])).toEqual(['SignUpEnded']);
    expect(join(activity({ signUpUntil: hours(9), startsAt: now }), ['a'])).toEqual(['SignUpEnded']);
  });

  it('never seats more than there are, numbers everybody once, and leaves no seat empty while one waits', () => {
    const people = fc.array(fc.integer({ min: 1, max: 30 }).map(String), { maxLength: 60 });
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 20 }), fc.nat(20), (members, seatsTotal, taken) => {
        const seatsTaken = Math.min(taken, seatsTotal);
        const placed = decideJoins(activity({ seatsTotal, seatsTaken }), new Map(), members, now).flatMap((outcome) =>
          outcome.ok ? [outcome.value] : [],
        );
        const seated = placed.filter((one) => one.state === 'joined').length;
        const distinct = new Set(members).size;
        return (
          placed.length === distinct &&
          new Set(placed.map((one) => one.queueNo)).size === distinct &&
          seated === Math.min(distinct, seatsTotal - seatsTaken)
        );
      }),
    );
  });
});

describe('leaving and checking in', () => {
  it.each<[EntryState | undefined, Partial<JoinableActivity>, string | undefined]>([
    ['joined', {}, undefined],
    ['waiting', { status: 'closed' }, undefined],
    [undefined, {}, 'NotJoined'],
    ['attended', {}, 'AlreadyCheckedIn'],
    ['joined', { startsAt: now }, 'ActivityStarted'],
    ['joined', { status: 'cancelled' }, 'ActivityStatusForbids'],
  ])('giving up %s in %j: %s', (state, more, expected) => {
    expect(whyNotLeave(activity(more), state, now)?.code).toBe(expected);
  });

  it.each<[EntryState | undefined, number, string | undefined]>([
    ['joined', 3, undefined],
    ['joined', -1, undefined],
    ['joined', 3.01, 'CheckInNotOpen'],
    ['joined', -2, 'CheckInNotOpen'],
    ['waiting', 1, 'StillWaiting'],
    ['cancelled', 1, 'EntryCancelled'],
    ['attended', 1, 'AlreadyCheckedIn'],
    [undefined, 1, 'CheckInCodeInvalid'],
  ])('checking in %s, %d hours before a start that lasts two hours: %s', (state, before, expected) => {
    const times = { status: 'open' as const, startsAt: hours(before), endsAt: hours(before + 2) };
    expect(whyNotCheckIn(times, state, now)?.code).toBe(expected);
  });
});

describe('activities', () => {
  const draft: ActivityDraft = {
    title: '新茶品鉴会',
    summary: '',
    body: '',
    coverUrl: null,
    storeId: null,
    place: '静安店',
    startsAt: hours(48),
    endsAt: hours(50),
    signUpUntil: hours(24),
    seatsTotal: 20,
    couponTemplateId: null,
  };

  it.each<[string, Partial<ActivityDraft>]>([
    ['no title', { title: ' ' }],
    ['an end before the start', { endsAt: hours(47) }],
    ['a deadline after the end', { signUpUntil: hours(51) }],
    ['no seat', { seatsTotal: 0 }],
    ['half a seat', { seatsTotal: 1.5 }],
  ])('refuses %s', (_, more) => {
    expect(() => assertDraft({ ...draft, ...more })).toThrow(/ActivityInvalid/);
  });

  it('goes draft → open ⇄ closed → settled, or is cancelled; what is over stays over', () => {
    expect(() => assertDraft(draft)).not.toThrow();
    for (const [from, to] of [
      ['draft', 'open'],
      ['open', 'closed'],
      ['closed', 'open'],
      ['open', 'cancelled'],
    ] as const)
      expect(() => assertStatusChange(from, to, hours(1), now)).not.toThrow();
    for (const [from, to] of [
      ['draft', 'settled'],
      ['cancelled', 'open'],
      ['settled', 'open'],
      ['open', 'draft'],
    ] as const)
      expect(() => assertStatusChange(from, to, now, now)).toThrow(/ActivityStatusForbids/);
    expect(() => assertStatusChange('closed', 'settled', hours(1), now)).toThrow(/ActivityStatusForbids/);
    expect(() => assertStatusChange('closed', 'settled', now, now)).not.toThrow();
  });

  it('shows an activity as closed from the deadline on', () => {
    expect(shownStatus('open', now, now)).toBe('closed');
    expect(shownStatus('open', hours(1), now)).toBe('open');
    expect(shownStatus('cancelled', now, now)).toBe('cancelled');
  });
});
