import { type Day, daysBetween, plusDays, weekdayOf } from '../../calendar/days';
import { allowsChoice, allowsDate, allowsNumber } from '../domain/domain';
import { highest, lowest } from '../domain/intervals';
import type { CalendarDay } from '../model/lint-input';
import { type Case, domainOf } from './case';

/** The days on which a rule is asked at all. Null: no first or last day. */
export interface Window {
  readonly from: Day | null;
  readonly to: Day | null;
  /** Days on which its schedule may fire; absent: every day. */
  readonly mayFire?: (day: Day) => boolean;
}

export const ALWAYS: Window = { from: null, to: null };

/** What conditions may ask of a day. */
const DAY_FACTS = ['day', 'monthDay', 'month', 'dayOfMonth', 'weekday'];
const CHINESE_FACTS = ['isHoliday', 'holiday', 'isWorkday', 'lunarMonthDay'];

/** Longer spans are not looked at day by day. */
const MOST_DAYS = 1500;
/** In so many days every date falls on every weekday, the leap day too. */
const ALL_DAYS = 40 * 366;

/** Every month day, the leap day too: together with any weekday all of them occur, once in 40 years at the latest. */
const MONTH_DAYS = Array.from({ length: 366 }, (_, i) => plusDays('2028-01-01', i).slice(5));
const MONTH_FACTS = ['monthDay', 'month', 'dayOfMonth'];
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const LUNAR_DAYS = [
  '',
  ...Array.from({ length: 12 * 30 }, (_, i) => `${twoDigits(Math.floor(i / 30) + 1)}-${twoDigits((i % 30) + 1)}`),
];

/** Whether some day of the window is as the case wants its day to be. When in doubt, yes. */
export const hasDay = (one: Case, window: Window, calendar?: (day: Day) => CalendarDay): boolean => {
  const chinese = CHINESE_FACTS.some((fact) => one.has(fact));
  if (!chinese && !DAY_FACTS.some((fact) => one.has(fact)) && !window.mayFire && !isBounded(window)) return true;
  if (one.has('lunarMonthDay') && !LUNAR_DAYS.some((day) => allowsDate(domainOf(one, 'lunarMonthDay'), day)))
    return false;
  const days = daysOf(one, window);
  if (days === null) return hasMonthDay(one);
  return days.some((day) => isSuch(one, day) && (!chinese || !calendar || isSuchChinese(one, calendar(day))));
};

const isBounded = ({ from, to }: Window): boolean => from !== null && to !== null;

/** The days to look at one by one, within the window and between the days that the case names; null: too many. */
const daysOf = (one: Case, { from, to, mayFire }: Window): readonly Day[] | null => {
  const named = domainOf(one, 'day');
  const set = named?.kind === 'dates' ? named.set : [];
  const first = later(from, firstDay(lowest(set)));
  const last = earlier(to, lastDay(highest(set)));
  if (mayFire && first !== null && last === null) return range(first, plusDays(first, ALL_DAYS)).filter(mayFire);
  if (first === null || last === null || daysBetween(first, last) > MOST_DAYS) return null;
  return range(first, last).filter((day) => !mayFire || mayFire(day));
};

const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);
const earlier = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a);

/** Whoever writes 2026-02-30 means no day: the span begins with the year and ends with it, and texts are compared day by day. */
const firstDay = (low: string | null): Day | null => yearOf(low, '01-01');
const lastDay = (high: string | null): Day | null => yearOf(high, '12-31');
const yearOf = (text: string | null, monthDay: string): Day | null =>
  text !== null && /^\d{4}/.test(text) ? `${text.slice(0, 4)}-${monthDay}` : null;

const known = new Map<string, readonly Day[]>();
/** A year of days is asked for again and again. */
const range = (first: Day, last: Day): readonly Day[] => {
  const key = `${first} ${last}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size > 100) known.clear();
  const days: Day[] = [];
  for (let day = first; day <= last; day = plusDays(day, 1)) days.push(day);
  known.set(key, days);
  return days;
};

const isSuch = (one: Case, day: Day): boolean =>
  allowsDate(domainOf(one, 'day'), day) &&
  isSuchMonthDay(one, day.slice(5)) &&
  allowsNumber(domainOf(one, 'weekday'), weekdayOf(day));

const isSuchMonthDay = (one: Case, monthDay: string): boolean =>
  allowsDate(domainOf(one, 'monthDay'), monthDay) &&
  allowsNumber(domainOf(one, 'month'), Number(monthDay.slice(0, 2))) &&
  allowsNumber(domainOf(one, 'dayOfMonth'), Number(monthDay.slice(3)));

const hasMonthDay = (one: Case): boolean =>
  !MONTH_FACTS.some((fact) => one.has(fact)) || MONTH_DAYS.some((monthDay) => isSuchMonthDay(one, monthDay));

const isSuchChinese = (one: Case, { holiday, isWorkday, lunarMonthDay }: CalendarDay): boolean =>
  (holiday === undefined ||
    (allowsChoice(domainOf(one, 'holiday'), holiday) && allowsChoice(domainOf(one, 'isHoliday'), holiday !== null))) &&
  (isWorkday === undefined || allowsChoice(domainOf(one, 'isWorkday'), isWorkday)) &&
  allowsDate(domainOf(one, 'lunarMonthDay'), lunarMonthDay);
