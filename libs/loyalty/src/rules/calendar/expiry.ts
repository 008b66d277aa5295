import type { ExpiryPolicy } from '../settings';
import { type Day, daysBetween, plusDays, plusMonths } from './days';

/** The last day on which points that become usable on `day` can be used; null: no day of their own. */
export const lastDayOfUse = (policy: ExpiryPolicy, day: Day): Day | null => {
  switch (policy.kind) {
    case 'rolling-months':
      return plusMonths(day, policy.months);
    case 'fixed-date':
      return nextDate(day, policy.monthDay, policy.leastDays);
    case 'year-end':
      return `${String(Number(day.slice(0, 4)) + policy.years).padStart(4, '0')}-12-31`;
    case 'never':
    case 'inactivity':
      return null;
  }
};

/** The first `monthDay` at least `leastDays` after `day`; 29 February is kept on the 28th of other years. */
const nextDate = (day: Day, monthDay: string, leastDays: number): Day => {
  const earliest = plusDays(day, leastDays);
  for (let year = Number(earliest.slice(0, 4)); ; year += 1) {
    const candidate = monthDay === '02-29' ? plusDays(`${year}-03-01`, -1) : `${year}-${monthDay}`;
    if (daysBetween(earliest, candidate) >= 0) return candidate;
  }
};
