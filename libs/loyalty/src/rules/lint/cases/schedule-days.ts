import { type Day, plusDays, weekdayOf } from '../../calendar/days';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Whether an RFC 5545 rule may fire on a day. Its first day is not part of it, so what hangs on that (an interval of two
 * weeks, a count) is answered with yes: only what is certain is a no.
 */
export const mayFireOn = (rrule: string): ((day: Day) => boolean) => {
  const fields = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]));
  const months = numbersIn(fields.get('BYMONTH'));
  const monthDays = numbersIn(fields.get('BYMONTHDAY'));
  const weekdays = fields.get('BYDAY')?.split(',') ?? null;
  const until =
    /^(\d{4})(\d{2})(\d{2})/
      .exec(fields.get('UNTIL') ?? '')
      ?.slice(1)
      .join('-') ?? null;
  const monthly = fields.get('FREQ') === 'MONTHLY' || months !== null;
  return (day) =>
    // A last instant in UTC may belong to the next day of the brand.
    (until === null || day <= plusDays(until, 1)) &&
    (months === null || months.includes(Number(day.slice(5, 7)))) &&
    (monthDays === null || monthDays.some((monthDay) => isMonthDay(day, monthDay))) &&
    (weekdays === null || weekdays.some((weekday) => isWeekday(day, weekday, monthly)));
};

const numbersIn = (text: string | undefined): readonly number[] | null => text?.split(',').map(Number) ?? null;

const daysInMonth = (day: Day): number => {
  const next = plusDays(`${day.slice(0, 7)}-28`, 4);
  return Number(plusDays(`${next.slice(0, 7)}-01`, -1).slice(8));
};

/** −1 is the last of the month. */
const isMonthDay = (day: Day, monthDay: number): boolean =>
  Number(day.slice(8)) === (monthDay < 0 ? daysInMonth(day) + 1 + monthDay : monthDay);

/** `SA`, or of a month `2SA`, `-1SA`. */
const isWeekday = (day: Day, weekday: string, monthly: boolean): boolean => {
  const [, nth = '', name = ''] = /^([+-]?\d*)([A-Z]{2})$/.exec(weekday) ?? [];
  if (WEEKDAYS[weekdayOf(day) - 1] !== name) return false;
  if (nth === '' || !monthly) return true;
  const date = Number(day.slice(8));
  const place = Number(nth);
  return place > 0 ? Math.ceil(date / 7) === place : Math.ceil((daysInMonth(day) - date + 1) / 7) === -place;
};
