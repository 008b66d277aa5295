import { type Day, daysBetween, plusDays, plusMonths, windowStart } from '../calendar/days';
import type { TierSettings } from '../settings';

/** Days from … to, both counted. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** What counts on `day` for a rise: the last months to the day, or the year so far. `joined` is the day of enrolment. */
export const countingSpan = ({ window }: TierSettings, day: Day, joined: Day): Span => {
  switch (window.kind) {
    case 'rolling':
      return { from: windowStart(day, window.months), to: day };
    case 'calendar-year':
      return { from: calendarYear(day).from, to: day };
    case 'membership-year':
      return { from: membershipYear(joined, day).from, to: day };
  }
};

/**
 * How long a tier that was entered on `day` holds, and what counts for keeping it. Rolling: from the next day on, so that what lifted a
 * member does not keep the tier a second time. By years: to the year's end; what counts is the whole year, so whoever
 * enters in a year holds through the next.
 */
export const termAfterRise = (settings: TierSettings, day: Day, joined: Day): Span => {
  switch (settings.window.kind) {
    case 'rolling':
      return rollingTerm(day, settings.window.months);
    case 'calendar-year':
      return calendarYear(day);
    case 'membership-year':
      return membershipYear(joined, day);
  }
};

/** The window that follows one whose last day was `lastDay`. */
export const termAfter = (settings: TierSettings, lastDay: Day, joined: Day): Span => {
  const next = plusDays(lastDay, 1);
  switch (settings.window.kind) {
    case 'rolling':
      return rollingTerm(lastDay, settings.window.months);
    case 'calendar-year':
      return calendarYear(next);
    case 'membership-year':
      return membershipYear(joined, next);
  }
};

/** From the day after `day` to the same date some months later; after a month's last day to a month's last day. */
const rollingTerm = (day: Day, months: number): Span => {
  const from = plusDays(day, 1);
  const startsAMonth = from.endsWith('-01');
  return { from, to: startsAMonth ? plusDays(plusMonths(from, months), -1) : plusMonths(day, months) };
};

const calendarYear = (day: Day): Span => ({ from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` });

/** The year of membership that holds `day`: it begins on the date of enrolment, for 29 February on the 28th of other years. */
export const membershipYear = (joined: Day, day: Day): Span => {
  let years = Number(day.slice(0, 4)) - Number(joined.slice(0, 4));
  if (daysBetween(plusMonths(joined, years * 12), day) < 0) years -= 1;
  return { from: plusMonths(joined, years * 12), to: plusDays(plusMonths(joined, (years + 1) * 12), -1) };
};
