import { decideFiring, type Firing, lateUntil, retryAfterMs } from './occurrence';

const at = (time: string): Date => new Date(`2026-06-15T${time}Z`);
const firing = (change: Partial<Firing> = {}): Firing => ({
  state: 'claimed',
  leaseToken: 'mine',
  attempts: 1,
  plannedAt: at('04:00:00'),
  lateUntil: at('05:00:00'),
  failure: null,
  schedule: { plannedAt: at('04:00:00'), paused: false },
  ...change,
});
const decide = (change: Partial<Firing>, now = '04:00:00') => decideFiring(firing(change), 'mine', at(now)).kind;

describe('what the holder of a lease may do', () => {
  it.each<[string, Partial<Firing>, string, string]>([
    ['publish on time', {}, '04:00:00', 'publish'],
    ['publish what a dead sweep left half-way', { state: 'dispatching', attempts: 2 }, '04:00:31', 'publish'],
    ['publish late while it is allowed', {}, '05:00:00', 'publish'],
    ['skip when it is too late', {}, '05:00:01', 'skip'],
    ['nothing with a lease that is somebody else’s', { leaseToken: 'theirs' }, '04:00:00', 'lost'],
    ['nothing when it was cancelled', { state: 'cancelled' }, '04:00:00', 'lost'],
    ['nothing when it is done', { state: 'done' }, '04:00:00', 'lost'],
    ['nothing when the plan has moved', { schedule: { plannedAt: at('06:00:00'), paused: false } }, '04:00:00', 'lost'],
    [
      'put it back when it was paused',
      { schedule: { plannedAt: at('04:00:00'), paused: true } },
      '04:00:00',
      'release',
    ],
    ['the sixth attempt', { attempts: 6 }, '04:00:00', 'publish'],
    ['give up after six attempts', { attempts: 7 }, '04:00:00', 'fail'],
  ])('%s', (_, change, now, kind) => {
    expect(decide(change, now)).toBe(kind);
  });

  it('tells in words what was missed', () => {
    const decision = decideFiring(firing(), 'mine', new Date('2026-06-17T06:00:00Z'));
    expect(decision).toEqual({ kind: 'skip', why: '错过计划时间 2 天，超过允许的 60 分钟' });
  });
});

it.each([
  [{ kind: 'skip' } as const, '04:01:00'],
  [{ kind: 'late', maxLatenessMinutes: 90 } as const, '05:30:00'],
  [{ kind: 'late', maxLatenessMinutes: 0 } as const, '04:01:00'],
])('with the misfire policy %j it may be published until %s', (misfire, until) => {
  expect(lateUntil(at('04:00:00'), misfire)).toEqual(at(until));
});

it('waits longer after each failed attempt, five minutes at most', () => {
  expect([1, 2, 3, 6, 20].map(retryAfterMs)).toEqual([2_000, 4_000, 8_000, 64_000, 300_000]);
});
