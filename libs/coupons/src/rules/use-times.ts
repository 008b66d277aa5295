import { listed } from './listed';
import type { UseTimes } from './terms';

/** A moment as the clock and the calendar on the wall of the store show it. */
export interface WallTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** `HH:mm`. */
  readonly time: string;
  /** A statutory day off of the Chinese calendar. */
  readonly isHoliday: boolean;
}

/** Why a coupon does not count at this moment: in words for a shopper; null: it counts. */
export const whyNotNow = (times: UseTimes, wall: WallTime): string | null => {
  const { day, weekday, time, isHoliday } = wall;
  if (times.blackouts.some(({ from, to }) => from <= day && day <= to)) return '今天不可用';
  if (times.weekdays && !times.weekdays.includes(weekday)) return `仅限${weekdaysText(times.weekdays)}`;
  if (times.holidays === 'only' && !isHoliday) return '仅限法定节假日';
  if (times.holidays === 'never' && isHoliday) return '法定节假日不可用';
  if (times.hours && !times.hours.some(({ from, until }) => from <= time && time < until))
    return `仅限 ${hoursText(times.hours)}`;
  return null;
};

const WEEKDAYS = '一二三四五六日';

const weekdaysText = (weekdays: readonly number[]): string =>
  `周${[...weekdays]
    .sort((a, b) => a - b)
    .map((weekday) => WEEKDAYS[weekday - 1] ?? '')
    .join('、')}`;

const hoursText = (hours: NonNullable<UseTimes['hours']>): string =>
  hours.map(({ from, until }) => `${from}–${until}`).join('、');

const spanText = ({ from, to }: UseTimes['blackouts'][number]): string => (from === to ? from : `${from} 至 ${to}`);

/** All restrictions in words, for the ticket. */
export const useTimesText = ({ weekdays, hours, holidays, blackouts }: UseTimes): string[] => [
  ...(weekdays ? [`${weekdaysText(weekdays)}可用`] : []),
  ...(hours ? [`${hoursText(hours)} 可用`] : []),
  ...(holidays === 'only' ? ['仅限法定节假日'] : []),
  ...(holidays === 'never' ? ['法定节假日不可用'] : []),
  ...(blackouts.length > 0 ? [`${listed(blackouts.map(spanText), '段日期')} 不可用`] : []),
];
