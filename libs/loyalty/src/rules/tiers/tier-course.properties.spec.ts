import fc from 'fast-check';
import { type Day, plusDays } from '../calendar/days';
import type { TierSettings } from '../settings';
import { advance } from './advance';
import { grantTier } from './grants';
import { Course, LADDER } from './spec-builders';
import type { MoveKind } from './tier-state';
import { rankOf } from './tiers';
import { countingSpan, termAfterRise } from './windows';

const START = '2026-01-10';
const aSettings: fc.Arbitrary<TierSettings> = fc.record({
  basis: fc.constant('tier-points' as const),
  window: fc.oneof(
    fc.record({ kind: fc.constant('rolling' as const), months: fc.integer({ min: 1, max: 18 }) }),
    fc.constant({ kind: 'calendar-year' as const }),
    fc.constant({ kind: 'membership-year' as const }),
  ),
  graceDays: fc.integer({ min: 0, max: 60 }),
});

interface Step {
  readonly day: Day;
  readonly amount: number;
}

/** Purchases over three years, in order. */
const aHistory: fc.Arbitrary<Step[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1100 }), fc.integer({ min: 0, max: 3000 })), { maxLength: 25 })
  .map((steps) => steps.sort(([a], [b]) => a - b).map(([days, amount]) => ({ day: plusDays(START, days), amount })));

const LAST = plusDays(START, 2600);
const played = (settings: TierSettings, history: readonly Step[], nights: readonly Day[] = []): Course => {
  const course = new Course(START, settings);
  const steps = [...history, ...nights.map((day) => ({ day, amount: null }))].sort((a, b) => (a.day < b.day ? -1 : 1));
  for (const { day, amount } of steps) amount === null ? course.to(day) : course.buy(day, amount);
  return course;
};
const UP: readonly MoveKind[] = ['rise', 'late'];

describe('tiers, whatever happens', () => {
  it('T14 do not flap: a step down comes a whole window after the rise at the soonest, and is one step', () =>
    fc.assert(
      fc.property(aSettings, aHistory, (settings, history) => {
        const course = played(settings, history).to(LAST);
        let risen: Day | null = null;
        for (const move of course.moves) {
          const [from, to] = [rankOf(LADDER, move.from), rankOf(LADDER, move.to)];
          if (move.kind === 'rise') risen = move.on;
          if (move.kind === 'down') {
            expect(to).toBe(from - 1);
            if (risen) expect(move.on > termAfterRise(settings, risen, START).to).toBe(true);
          } else expect(to).toBeGreaterThanOrEqual(from);
        }
      }),
      { numRuns: 400 },
    ));

  it('T14 between two rises to the same tier lies a window in which less was earned than keeps it', () =>
    fc.assert(
      fc.property(aSettings, aHistory, (settings, history) => {
        const course = played(settings, history).to(LAST);
        course.moves.forEach((move, i) => {
          if (move.kind !== 'rise') return;
          expect(move.qualifying).toBeGreaterThanOrEqual(move.needed);
          const before = course.moves.slice(0, i).filter(({ judged }) => judged === move.judged);
          const fell = before.findLast(({ kind }) => kind === 'down');
          if (before.some(({ kind }) => UP.includes(kind))) expect(fell?.qualifying).toBeLessThan(fell!.needed);
        });
      }),
      { numRuns: 400 },
    ));

  it('a sweep that comes late or never gives what a nightly one gives', () =>
    fc.assert(
      fc.property(
        aSettings,
        aHistory,
        fc.array(fc.integer({ min: 0, max: 2600 }), { maxLength: 60 }),
        (settings, history, nights) => {
          const swept = played(
            settings,
            history,
            nights.map((night) => plusDays(START, night)),
          ).to(LAST);
          const late = played(settings, history).to(LAST);
          expect(swept.state).toEqual(late.state);
          expect(swept.moves).toEqual(late.moves);
        },
      ),
      { numRuns: 400 },
    ));

  it('a clock that steps back changes nothing', () =>
    fc.assert(
      fc.property(aSettings, aHistory, fc.integer({ min: 0, max: 3000 }), (settings, history, back) => {
        const course = played(settings, history);
        const earlier = plusDays(course.state.day, -back);
        expect(advance(course.state, earlier, course.context)).toEqual({ state: course.state, moves: [] });
      }),
    ));

  it('L9 a purchase that is given back, in any parts and order, leaves no trace in the tier', () =>
    fc.assert(
      fc.property(
        aSettings,
        aHistory,
        fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 }),
        (settings, history, parts) => {
          const without = played(settings, history);
          const { day } = without.state;
          const course = played(settings, history).buy(
            day,
            parts.reduce((sum, part) => sum + part, 0),
          );
          for (const part of parts) course.refund(day, part, day);
          expect(course.state).toEqual(without.state);
        },
      ),
      { numRuns: 400 },
    ));

  it('L9 refunds in parts end as one refund does, also long after', () =>
    fc.assert(
      fc.property(
        aSettings,
        aHistory,
        fc.integer({ min: 1, max: 9000 }),
        fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 900 }),
        (settings, history, bought, parts, later) => {
          const middle = history[Math.floor(history.length / 2)]?.day ?? START;
          const all = [...history, { day: middle, amount: bought }].sort((a, b) => (a.day < b.day ? -1 : 1));
          const inParts = played(settings, all);
          const atOnce = played(settings, all);
          const today = plusDays(inParts.state.day, later);
          for (const part of parts) inParts.refund(middle, part, today);
          atOnce.refund(
            middle,
            parts.reduce((sum, part) => sum + part, 0),
            today,
          );
          expect(inParts.state).toEqual(atOnce.state);
        },
      ),
      { numRuns: 400 },
    ));

  it('the tier is the higher of earned and granted, and a grant leaves no trace when it has ended', () =>
    fc.assert(
      fc.property(
        aSettings,
        aHistory,
        fc.constantFrom('gold', 'rock'),
        fc.integer({ min: 0, max: 700 }),
        (settings, history, code, days) => {
          const course = new Course(START, settings);
          const until = plusDays(START, days);
          course.take(grantTier(course.state, code, until, course.context));
          for (const { day, amount } of history) {
            course.buy(day, amount);
            const ranks = [course.state.earned!.code, course.state.grant?.code ?? null].map((c) => rankOf(LADDER, c));
            expect(rankOf(LADDER, course.state.code)).toBe(Math.max(...ranks));
            expect(course.state.grant !== null).toBe(day <= until);
          }
          expect(course.to(LAST).state).toEqual(played(settings, history).to(LAST).state);
        },
      ),
      { numRuns: 500 },
    ));

  it('what counts on the day of a rise is what the window of that day holds', () =>
    fc.assert(
      fc.property(aSettings, aHistory, (settings, history) => {
        const course = played(settings, history);
        for (const { kind, on, qualifying } of course.moves) {
          if (kind !== 'rise') continue;
          const span = countingSpan(settings, on, START);
          // Purchases later on the same day come on top.
          expect(course.sum(span.from, span.to)).toBeGreaterThanOrEqual(qualifying);
        }
      }),
    ));
});
