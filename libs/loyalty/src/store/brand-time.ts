import { DAY_MS } from '@fanloop/kernel';
import { BusinessCalendar } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Day, type LocalTime, lastDayOfUse, plusDays, weekdayOf, windowStart } from '../rules/days';

const HOUR_MS = 3_600_000;
/** About fifty years of days. */
const MAX_REMEMBERED = 20_000;

interface LocalDay {
  readonly day: Day;
  readonly weekday: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Instants and business days of the brand. An import asks for the same few hundred days a million times, and a zone's
 * rules cost ten microseconds each, so whatever belongs to a whole day is worked out once.
 */
@Injectable()
export class BrandTime {
  private readonly starts = new Map<Day, Date>();
  private readonly ends = new Map<string, Date>();
  private readonly windows = new Map<string, Day>();
  private readonly days = new Map<number, readonly LocalDay[]>();

  constructor(private readonly calendar: BusinessCalendar) {}

  local(at: Date): LocalTime {
    const ms = at.getTime();
    const { day, weekday, start, end } = this.dayAround(ms);
    // On a day that a clock change makes longer or shorter, hours are asked of the calendar.
    const hour =
      end - start === DAY_MS ? Math.floor((ms - start) / HOUR_MS) : Number(this.calendar.local(at).slice(11, 13));
    return { day, weekday, hour };
  }

  day(at: Date): Day {
    return this.dayAround(at.getTime()).day;
  }

  startOf(day: Day): Date {
    return remember(this.starts, day, () => this.calendar.startOf(day));
  }

  /** The first instant at which points earned on `day` are dead: the end of the day some months later. */
  expiryOf(day: Day, months: number): Date {
    return remember(this.ends, `${day} ${months}`, () => this.startOf(plusDays(lastDayOfUse(day, months), 1)));
  }

  /** The first day of the window of so many months that ends with `day`. */
  windowStart(day: Day, months: number): Day {
    return remember(this.windows, `${day} ${months}`, () => windowStart(day, months));
  }

  private dayAround(ms: number): LocalDay {
    const utcDay = Math.floor(ms / DAY_MS);
    const candidates = remember(this.days, utcDay, () => this.daysWithin(utcDay * DAY_MS));
    return candidates.find((candidate) => ms < candidate.end)!;
  }

  /** The two or three local days that touch the 24 hours of a UTC day. */
  private daysWithin(from: number): LocalDay[] {
    const days: LocalDay[] = [];
    let day = this.calendar.date(new Date(from));
    do {
      const next = plusDays(day, 1);
      const [start, end] = [this.startOf(day).getTime(), this.startOf(next).getTime()];
      days.push({ day, weekday: weekdayOf(day), start, end });
      day = next;
    } while (days.at(-1)!.end < from + DAY_MS);
    return days;
  }
}

const remember = <Key, Value>(known: Map<Key, Value>, key: Key, work: () => Value): Value => {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MAX_REMEMBERED) known.clear();
  const value = work();
  known.set(key, value);
  return value;
};
