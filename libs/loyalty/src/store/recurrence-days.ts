import { RRuleTemporal } from 'rrule-temporal';
import { type Day, plusDays } from '../rules/calendar/days';

/** A Monday and a first of a month: what a rule counts from that names no day of its own. */
const EPOCH: Day = '2024-01-01';

/**
 * Days from `from` to `to`, both included, on which an RFC 5545 rule of days falls. Days of the calendar, not instants: no zone
 * comes in. Intervals, COUNT, and what a rule leaves open are counted from `anchor`. Throws on a rule that cannot be read.
 */
export const recurrenceDays = (rrule: string, from: Day, to: Day, anchor: Day = EPOCH): Day[] => {
  const start = `${anchor.replaceAll('-', '')}T000000Z`;
  const rule = new RRuleTemporal({ rruleString: `DTSTART:${start}\nRRULE:${rrule}` });
  const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);
  const end = new Date(midnight(plusDays(to, 1)).getTime() - 1);
  return [...new Set(rule.between(midnight(from), end, true).map((moment) => moment.toPlainDate().toString()))];
};
