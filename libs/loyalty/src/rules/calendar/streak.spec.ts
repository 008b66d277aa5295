import { mayCheckIn, standingStreak, streakOn } from './streak';

const last = (day: string, streak: number) => ({ day, streak });

describe('streak of check-ins', () => {
  it.each([
    [null, '2026-06-15', 1],
    [last('2026-06-14', 1), '2026-06-15', 2],
    [last('2026-06-13', 6), '2026-06-15', 1],
    [last('2026-02-28', 41), '2026-03-01', 42],
    [last('2028-02-28', 41), '2028-03-01', 1],
    [last('2026-12-31', 365), '2027-01-01', 366],
  ])('%j, then %s: %i', (before, day, streak) => expect(streakOn(before, day)).toBe(streak));

  it.each([
    [null, '2026-06-15', true],
    [last('2026-06-14', 1), '2026-06-15', true],
    [last('2026-06-15', 2), '2026-06-15', false],
    [last('2026-06-16', 3), '2026-06-15', false],
  ])('L5 after %j on %s: %s', (before, day, may) => expect(mayCheckIn(before, day)).toBe(may));

  it('stands until the next day has passed', () => {
    expect(standingStreak(last('2026-06-15', 3), '2026-06-15')).toBe(3);
    expect(standingStreak(last('2026-06-15', 3), '2026-06-16')).toBe(3);
    expect(standingStreak(last('2026-06-15', 3), '2026-06-17')).toBe(0);
    expect(standingStreak(null, '2026-06-17')).toBe(0);
  });
});
