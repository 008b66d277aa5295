const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** 1 → 周一 … 7 → 周日. */
export const weekdayWord = (weekday: number): string => `周${WEEKDAYS[weekday - 1] ?? '？'}`;

/** `06-18` → 6 月 18 日. */
export const monthDayWords = (monthDay: string): string => {
  const [month, day] = monthDay.split('-').map(Number);
  return Number.isInteger(month) && Number.isInteger(day) ? `${month}月${day}日` : monthDay;
};

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const LUNAR_MONTHS = ['', '正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];

/** `08-15` → 农历八月十五. */
export const lunarWords = (monthDay: string): string => {
  const [month, day] = monthDay.split('-').map(Number);
  const monthWord = LUNAR_MONTHS[month ?? 0];
  return monthWord && day && day <= 30 ? `农历${monthWord}月${lunarDay(day)}` : `农历${monthDay}`;
};

const lunarDay = (day: number): string => {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${DIGITS[day % 10]}`;
};
