import { DAY_MS } from '@fanloop/kernel';
import { BusinessCalendar, chineseDay } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Day, type LocalTime, plusDays, weekdayOf, windowStart } from '../rules/calendar/days';
import { lastDayOfUse } from '../rules/calendar/expiry';
import type { ExpiryPolicy } from '../rules/settings';

const HOUR_MS = 3_600_000;
/** About fifty years of days. */
const MAX_REMEMBERED = 20_000;

interface LocalDay extends Omit<LocalTime, 'hour'> {
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
  private readonly zones = new Map<string, BrandTime>();

  constructor(private readonly calendar: BusinessCalendar) {}

  /** The same for a store in another zone: conditions look at the store's clock on the wall. */
  inZone(zone: string | undefined): BrandTime {
    if (zone === undefined || zone === this.calendar.zone) return this;
    return remember(this.zones, zone, () => new BrandTime(new BusinessCalendar(zone)));
  }

  local(at: Date): LocalTime {
    const ms = at.getTime();
    const { start, end, day, weekday, holiday, isWorkday, lunarMonthDay } = this.dayAround(ms);
    // On a day that a clock change makes longer or shorter, hours are asked of the calendar.
    const hour =
      end - start === DAY_MS ? Math.floor((ms - start) / HOUR_MS) : Number(this.calendar.local(at).slice(11, 13));
    return { day, weekday, hour, holiday, isWorkday, lunarMonthDay };
  }

  /** What the clock on the wall shows: for texts. */
  wall(at: Date): { readonly day: Day; readonly time: string } {
    return { day: this.day(at), time: this.calendar.local(at).slice(11, 16) };
  }

  day(at: Date): Day {
    return this.dayAround(at.getTime()).day;
  }

  startOf(day: Day): Date {
    return remember(this.starts, day, () => this.calendar.startOf(day));
  }

  /** The instant of an hour of a day; in a daylight-saving gap the first one after it. */
  at(day: Day, hour: number): Date {
    return this.calendar.instant(`${day}T${String(hour).padStart(2, '0')}:00`);
  }

  /** The first instant at which points that become usable on `day` are dead: the end of their last day. Null: no end of their own. */
  expiryOf(day: Day, policy: ExpiryPolicy): Date | null {
    if (policy.kind === 'never' || policy.kind === 'inactivity') return null;
    return remember(this.ends, `${day} ${JSON.stringify(policy)}`, () => this.endOf(lastDayOfUse(policy, day)!));
  }

  /** The end of points that become usable on `day`: by a life of their own in days, or by the programme. */
  lotEnd(day: Day, expireAfterDays: number | null, policy: ExpiryPolicy): Date | null {
    return expireAfterDays === null ? this.expiryOf(day, policy) : this.endOf(plusDays(day, expireAfterDays));
  }

  /** How far the brand's clock is ahead of UTC. */
  offsetMinutes(at: Date): number {
    return Date.parse(`${this.calendar.local(at)}Z`) / 60_000 - Math.floor(at.getTime() / 60_000);
  }

  /** The first instant after a day. */
  endOf(day: Day): Date {
    return this.startOf(plusDays(day, 1));
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
      days.push({ day, weekday: weekdayOf(day), ...chineseDay(day), start, end });
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
