import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';

export const BRAND_TIME_ZONE = Symbol('brand time zone');

/** Business days by the brand's (or a store's) IANA zone: the day boundary is a business rule, never the server's. */
@Injectable()
export class BusinessCalendar {
  constructor(@Inject(BRAND_TIME_ZONE) readonly zone: string) {}

  /** `YYYY-MM-DD` of an instant. */
  date(at: Date, zone: string = this.zone): string {
    return DateTime.fromJSDate(at, { zone }).toISODate()!;
  }

  /** `MM-DD` of an instant: for birthdays. */
  monthDay(at: Date, zone: string = this.zone): string {
    return this.date(at, zone).slice(5);
  }

  /** The first instant of a business day. */
  startOf(date: string, zone: string = this.zone): Date {
    return DateTime.fromISO(date, { zone }).startOf('day').toJSDate();
  }

  /** The first instant of the day `days` after the day of `at`. */
  startOfDayAfter(at: Date, days: number, zone: string = this.zone): Date {
    return DateTime.fromJSDate(at, { zone }).startOf('day').plus({ days }).toJSDate();
  }

  /** The first instant of the same day `months` later (31 January + 1 month = 28 or 29 February). */
  startOfDayMonthsAfter(at: Date, months: number, zone: string = this.zone): Date {
    return DateTime.fromJSDate(at, { zone }).startOf('day').plus({ months }).toJSDate();
  }

  /** The instant of a local time such as `2026-11-23T10:30`; in a daylight-saving gap the first instant after it. */
  instant(local: string, zone: string = this.zone): Date {
    return DateTime.fromISO(local, { zone }).toJSDate();
  }

  /** `YYYY-MM-DDTHH:mm` of an instant. */
  local(at: Date, zone: string = this.zone): string {
    return DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
  }
}
