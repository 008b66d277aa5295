import { BusinessCalendar } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Day, lastDayOfUse, type LocalTime, plusDays } from '../rules/days';

/** Instants and business days of the brand, with the starts of days remembered: a batch asks for few different ones. */
@Injectable()
export class BrandTime {
  private readonly starts = new Map<Day, Date>();

  constructor(private readonly calendar: BusinessCalendar) {}

  local(at: Date): LocalTime {
    const local = this.calendar.local(at);
    return { day: local.slice(0, 10), hour: Number(local.slice(11, 13)) };
  }

  day(at: Date): Day {
    return this.calendar.date(at);
  }

  startOf(day: Day): Date {
    const known = this.starts.get(day);
    if (known) return known;
    if (this.starts.size > 20_000) this.starts.clear();
    const start = this.calendar.startOf(day);
    this.starts.set(day, start);
    return start;
  }

  /** The first instant at which points earned on `day` are dead: the end of the day some months later. */
  expiryOf(day: Day, months: number): Date {
    return this.startOf(plusDays(lastDayOfUse(day, months), 1));
  }
}
