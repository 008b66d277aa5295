import { birthdaysOn, isBirthday, plusDays, plusMonths, weekdayOf, windowStart } from './days';

describe('business days', () => {
  it.each([
    ['2026-06-15', 12, '2027-06-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
  ])('%s and %i months → %s', (day, months, expected) => expect(plusMonths(day, months)).toBe(expected));

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days → %s', (day, days, expected) => expect(plusDays(day, days)).toBe(expected));

  it('a window of twelve months ends with the day and holds 365 days', () => {
    expect(windowStart('2026-06-15', 12)).toBe('2025-06-16');
    expect(windowStart('2028-02-29', 12)).toBe('2027-03-01');
  });

  it.each([
    ['2026-06-15', ['06-15']],
    ['2026-02-28', ['02-29', '02-28']],
    ['2028-02-28', ['02-28']],
    ['2028-02-29', ['02-29']],
  ])('L14 on %s those are congratulated who were born on %j', (day, born) => expect(birthdaysOn(day)).toEqual(born));

  it('knows weekdays', () => {
    expect(weekdayOf('2026-06-15')).toBe(1);
    expect(weekdayOf('2026-06-21')).toBe(7);
  });

  it.each([
    ['06-15', '2026-06-15', true],
    ['06-15', '2026-06-16', false],
    [null, '2026-06-15', false],
    ['02-29', '2028-02-29', true],
    ['02-29', '2028-02-28', false],
    ['02-29', '2026-02-28', true],
    ['02-28', '2026-02-28', true],
  ])('L14 birthday %s on %s: %s', (birthday, day, expected) => expect(isBirthday(birthday, day)).toBe(expected));
});
