import { type Day, dayNumbers, daysBetween, plusDays, plusMonths } from '@fanloop/kernel';

export { type Day, daysBetween, plusDays, plusMonths };

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => {
  const [year, month, date] = dayNumbers(day);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay() || 7;
};

/** Whether a birthday (`MM-DD`) falls on this day; 29 February is kept on the 28th of a year without one. */
export const isBirthday = (birthday: string | null, day: Day): boolean => {
  if (birthday === null) return false;
  const monthDay = day.slice(5);
  if (birthday !== '02-29') return birthday === monthDay;
  return monthDay === '02-29' || (monthDay === '02-28' && plusDays(day, 1).slice(5) === '03-01');
};

/** The birthdays (`MM-DD`) that are kept on this day. */
export const birthdaysOn = (day: Day): string[] =>
  [...new Set(['02-29', day.slice(5)])].filter((birthday) => isBirthday(birthday, day));

/** First day of the window of `months` that ends with `day`: 2026-06-15 and 12 months give 2025-06-16. */
export const windowStart = (day: Day, months: number): Day => plusDays(plusMonths(day, -months), 1);

/** A moment as the brand's clock on the wall shows it. */
export interface LocalTime {
  readonly day: Day;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** Name of a statutory day off of the Chinese calendar; null on every other day. */
  readonly holiday: string | null;
  /** Make-up working days count, days off do not. */
  readonly isWorkday: boolean;
  /** `08-15` = the fifteenth of the eighth lunar month. */
  readonly lunarMonthDay: string;
}

/** The first of some days; of none, the end of time. */
export const earliestDay = (days: readonly Day[]): Day => [...days].sort()[0] ?? '9999-12-31';

/** The Monday of the ISO week of a day. */
export const mondayOf = (day: Day): Day => plusDays(day, 1 - weekdayOf(day));
