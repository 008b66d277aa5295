import { type Day, mondayOf } from '../calendar/days';
import type { Caps } from './rule';

export type CapPeriods = Readonly<Record<keyof Caps, string>>;

let last: { readonly day: Day; readonly periods: CapPeriods } | null = null;

/** The names of the periods that a day belongs to: a cap counts by them. Most questions are about the same day. */
export const periodsOf = (day: Day): CapPeriods => {
  if (last?.day === day) return last.periods;
  const periods = {
    perPurchase: '',
    perDay: `D${day}`,
    perWeek: `W${mondayOf(day)}`,
    perMonth: `M${day.slice(0, 7)}`,
    perValidity: 'V',
  };
  last = { day, periods };
  return periods;
};
