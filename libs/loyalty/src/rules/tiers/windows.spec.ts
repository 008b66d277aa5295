import fc from 'fast-check';
import { daysBetween, plusDays } from '../calendar/days';
import type { TierSettings } from '../settings';
import { countingSpan, membershipYear, termAfter, termAfterRise } from './windows';

const rolling = (months: number): TierSettings => ({
  basis: 'tier-points',
  window: { kind: 'rolling', months },
  graceDays: 30,
});
const yearly = (kind: 'calendar-year' | 'membership-year'): TierSettings => ({ ...rolling(12), window: { kind } });

describe('windows of tiers', () => {
  it.each([
    [rolling(12), '2026-06-15', '2025-06-16'],
    [rolling(12), '2028-02-29', '2027-03-01'],
    [rolling(1), '2026-03-31', '2026-03-01'],
    [yearly('calendar-year'), '2026-06-15', '2026-01-01'],
    [yearly('membership-year'), '2026-06-15', '2025-09-03'],
    [yearly('membership-year'), '2026-09-03', '2026-09-03'],
  ])('%j on %s counts from %s', (settings, day, from) =>
    expect(countingSpan(settings, day, '2021-09-03')).toEqual({ from, to: day }),
  );

  it.each([
    [rolling(12), '2026-06-15', '2026-06-16', '2027-06-15'],
    [rolling(12), '2028-02-29', '2028-03-01', '2029-02-28'],
    [rolling(1), '2026-01-31', '2026-02-01', '2026-02-28'],
    [yearly('calendar-year'), '2026-12-31', '2026-01-01', '2026-12-31'],
    [yearly('membership-year'), '2026-09-02', '2025-09-03', '2026-09-02'],
  ])('%j: a tier entered on %s holds %s to %s', (settings, day, from, to) =>
    expect(termAfterRise(settings, day, '2021-09-03')).toEqual({ from, to }),
  );

  it.each([
    [rolling(12), '2027-06-15', '2027-06-16', '2028-06-15'],
    [rolling(1), '2026-02-28', '2026-03-01', '2026-03-31'],
    [yearly('calendar-year'), '2026-12-31', '2027-01-01', '2027-12-31'],
    // A grace that ended in January belongs to the year it ended in.
    [yearly('calendar-year'), '2027-01-30', '2027-01-01', '2027-12-31'],
    [yearly('membership-year'), '2026-09-02', '2026-09-03', '2027-09-02'],
  ])('%j: after %s comes %s to %s', (settings, lastDay, from, to) =>
    expect(termAfter(settings, lastDay, '2021-09-03')).toEqual({ from, to }),
  );

  it.each([
    ['2024-02-29', '2025-02-27', '2024-02-29', '2025-02-27'],
    ['2024-02-29', '2025-02-28', '2025-02-28', '2026-02-27'],
    ['2024-02-29', '2028-02-29', '2028-02-29', '2029-02-27'],
    // Told of a day before the enrolment: history that is imported.
    ['2024-05-10', '2023-05-09', '2022-05-10', '2023-05-09'],
  ])('enrolled %s: the year around %s is %s to %s', (joined, day, from, to) =>
    expect(membershipYear(joined, day)).toEqual({ from, to }),
  );

  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => plusDays('2000-01-01', days));
  const anySettings = fc.oneof(
    fc.integer({ min: 1, max: 36 }).map(rolling),
    fc.constantFrom(yearly('calendar-year'), yearly('membership-year')),
  );

  it('windows follow each other without a gap, and each is at least as long as four weeks', () =>
    fc.assert(
      fc.property(anySettings, anyDay, anyDay, (settings, day, joined) => {
        const first = termAfterRise(settings, day, joined);
        const second = termAfter(settings, first.to, joined);
        expect(second.from).toBe(plusDays(first.to, 1));
        expect(daysBetween(second.from, second.to)).toBeGreaterThanOrEqual(27);
        expect(first.to >= day).toBe(true);
      }),
    ));
});
