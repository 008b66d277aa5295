import type { Clock } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, chineseDay } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { WallTime } from '../rules/use-times';

/** What the clock and the calendar on the wall of a store show: terms speak of its weekdays and hours, never of the server's. */
@Injectable()
export class WallClock {
  constructor(
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** `zone`: of the store, an IANA name; absent: the brand's. */
  at(at: Date, zone: string = this.calendar.zone): WallTime {
    const local = DateTime.fromJSDate(at, { zone });
    const day = local.toISODate()!;
    return {
      day,
      weekday: local.weekday,
      time: local.toFormat('HH:mm'),
      isHoliday: chineseDay(day).holiday !== null,
    };
  }
}
