import chineseDays from 'chinese-days';

export interface ChineseDay {
  /** Name of a statutory day off; null on every other day. */
  readonly holiday: string | null;
  /** Make-up working days count, days off do not. */
  readonly isWorkday: boolean;
  /** `08-15` = the fifteenth of the eighth lunar month. */
  readonly lunarMonthDay: string;
}

/** Undefined: not announced yet. */
export interface AnnouncedDay {
  readonly holiday: string | null | undefined;
  readonly isWorkday: boolean | undefined;
  readonly lunarMonthDay: string;
}

/**
 * What the Chinese calendar says of a day: statutory days off with their names, make-up working days, and the lunar date.
 * The State Council announces the days off of a year in the autumn before; later years know weekends only.
 */
export const chineseDay = (day: string): ChineseDay => {
  const { work, name } = chineseDays.getDayDetail(day);
  const [, holiday = null] = name.split(',');
  return { holiday: work ? null : holiday, isWorkday: work, lunarMonthDay: lunarMonthDay(day) };
};

/** The same for whoever must conclude nothing from a year whose days off nobody knows yet. */
export const announcedDay = (day: string): AnnouncedDay => {
  // The first of October has been a day off ever since there are any.
  const isAnnounced = !chineseDays.getDayDetail(`${day.slice(0, 4)}-10-01`).work;
  return isAnnounced
    ? chineseDay(day)
    : { holiday: undefined, isWorkday: undefined, lunarMonthDay: lunarMonthDay(day) };
};

/** The lunar tables of the library end with 2100; a later day has no lunar date, and no condition on one holds. */
const lunarMonthDay = (day: string): string => {
  if (day < '1901-01-01' || day > '2100-12-31') return '';
  const { lunarMon, lunarDay } = chineseDays.getLunarDate(day);
  return `${String(lunarMon).padStart(2, '0')}-${String(lunarDay).padStart(2, '0')}`;
};
