import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { brand } from '../theme/tokens';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.locale('zh-cn');

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** A moment as the brand's clock shows it, wherever the browser stands. */
export const inBrandZone = (iso: string): Dayjs =>
  // A plain date is a day of the brand's calendar already, not the midnight of some other zone.
  iso.length === 10 ? dayjs.tz(iso, brand.zone) : dayjs(iso).tz(brand.zone);
export const brandNow = (): Dayjs => dayjs().tz(brand.zone);

const daysAgo = (at: Dayjs): number => brandNow().startOf('day').diff(at.startOf('day'), 'day');

/** 今天 14:30 · 昨天 09:05 · 11月22日 14:30 · 2024年11月22日 */
export const showTime = (iso: string | null | undefined): string => {
  if (!iso) return '—';
  const at = inBrandZone(iso);
  const ago = daysAgo(at);
  if (ago === 0) return `今天 ${at.format('HH:mm')}`;
  if (ago === 1) return `昨天 ${at.format('HH:mm')}`;
  if (ago === -1) return `明天 ${at.format('HH:mm')}`;
  if (at.year() === brandNow().year()) return at.format('M月D日 HH:mm');
  return at.format('YYYY年M月D日');
};

/** 今天 · 11月22日 周日 · 2024年11月22日 */
export const showDay = (iso: string | null | undefined): string => {
  if (!iso) return '—';
  const at = inBrandZone(iso);
  const ago = daysAgo(at);
  if (ago === 0) return '今天';
  if (ago === 1) return '昨天';
  if (at.year() === brandNow().year()) return `${at.format('M月D日')} ${WEEKDAYS[at.day()]}`;
  return at.format('YYYY年M月D日');
};

/** 2026-11-22 14:30:05, for tooltips and exports. */
/** The last day of a span that ends with the start of the next day. */
export const showLastDay = (until: string): string => showDay(new Date(new Date(until).getTime() - 1).toISOString());

export const showExact = (iso: string | null | undefined): string =>
  iso ? inBrandZone(iso).format('YYYY-MM-DD HH:mm:ss') : '';

/** A plain date 'YYYY-MM-DD' or 'MM-DD' as 11月22日; not a moment, so no zone is involved. */
export const showDate = (date: string | null | undefined): string => {
  if (!date) return '—';
  const parts = date.slice(0, 10).split('-').map(Number);
  const [month, day] = parts.slice(-2);
  return parts.length === 3 ? `${parts[0]}年${month}月${day}日` : `${month}月${day}日`;
};

/** 11/22, for axes. */
export const shortDate = (date: string): string => {
  const [, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${month}/${day}`;
};

export const weekdayOf = (date: string): string => WEEKDAYS[dayjs.utc(date.slice(0, 10)).day()] ?? '';

/** What a picker shows for a stored moment: the brand's wall clock, detached from the browser's own zone. */
export const isoToWall = (iso: string): Dayjs => dayjs(inBrandZone(iso).format('YYYY-MM-DDTHH:mm:ss'));

/** The moment that the brand's clocks call what the picker shows. */
export const wallToIso = (wall: Dayjs): string =>
  dayjs.tz(wall.format('YYYY-MM-DDTHH:mm:ss'), brand.zone).toDate().toISOString();

export const wallText = (wall: Dayjs): string => wall.format('YYYY-MM-DDTHH:mm');

/** 11月23日 周一 10:30 for a wall time '2026-11-23T10:30'. */
export const showWall = (wall: string): string => {
  const at = dayjs(wall);
  return `${at.format('M月D日')} ${WEEKDAYS[at.day()]} ${at.format('HH:mm')}`;
};

export { type Dayjs, dayjs };
