import brand from '../theme/brand.json';

// The brand's business day, not the phone's: a shopper abroad reads the shop's hours. Fixed offset, because WeChat on
// Android has no Intl; a brand in a zone with summer time needs the server's texts instead.
const OFFSET_MS = brand.utcOffsetMinutes * 60_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const shifted = (iso: string | number): Date => new Date(new Date(iso).getTime() + OFFSET_MS);
const dayNumber = (date: Date): number => Math.floor(date.getTime() / DAY_MS);

const clockOf = (date: Date): string => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
const dayOf = (date: Date): string => `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;

/** 今天, 昨天, 明天, or 11月22日 周日; with the year when it is another one. */
export const dayText = (iso: string, now: number = Date.now()): string => {
  const date = shifted(iso);
  const today = shifted(now);
  const apart = dayNumber(date) - dayNumber(today);
  if (apart === 0) return '今天';
  if (apart === 1) return '明天';
  if (apart === -1) return '昨天';
  const weekday = WEEKDAYS[date.getUTCDay()];
  return date.getUTCFullYear() === today.getUTCFullYear()
    ? `${dayOf(date)} ${weekday}`
    : `${date.getUTCFullYear()}年${dayOf(date)}`;
};

/** 今天 14:30 · 11月22日 周日 14:30 */
export const momentText = (iso: string, now: number = Date.now()): string =>
  `${dayText(iso, now)} ${clockOf(shifted(iso))}`;

/** The last day of a span that ends with the start of the next one: 12月10日 周四 for the midnight after it. */
export const lastDayText = (until: string, now: number = Date.now()): string =>
  dayText(new Date(new Date(until).getTime() - 1).toISOString(), now);

export const clockText = (iso: string): string => clockOf(shifted(iso));

/** 明天 14:00–16:00, or both moments when it spans days. */
export const spanText = (from: string, until: string, now: number = Date.now()): string =>
  dayNumber(shifted(from)) === dayNumber(shifted(until))
    ? `${momentText(from, now)}–${clockText(until)}`
    : `${momentText(from, now)} 至 ${momentText(until, now)}`;

/** 2025年3月8日 */
export const dateText = (iso: string): string => {
  const date = shifted(iso);
  return `${date.getUTCFullYear()}年${dayOf(date)}`;
};

/** 2025.03.08, for the narrow line of a ticket. */
export const shortDate = (iso: string): string => {
  const date = shifted(iso);
  return `${date.getUTCFullYear()}.${two(date.getUTCMonth() + 1)}.${two(date.getUTCDate())}`;
};

/** 刚刚, 5 分钟前, 3 小时前, then the day. */
export const agoText = (iso: string, now: number = Date.now()): string => {
  const minutes = Math.floor((now - new Date(iso).getTime()) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  if (minutes < 60 * 12) return `${Math.floor(minutes / 60)} 小时前`;
  return momentText(iso, now);
};

/** Whole days from today to the given day, in the brand's zone. */
export const daysUntil = (iso: string, now: number = Date.now()): number =>
  dayNumber(shifted(iso)) - dayNumber(shifted(now));

/** 早上好 until 11, 下午好 until 18, then 晚上好. */
export const greeting = (now: number = Date.now()): string => {
  const hour = shifted(now).getUTCHours();
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
};
