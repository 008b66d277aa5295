import type { Clock } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { reminderDue } from '../rules/reminders';
import { ChangeCouponSettings } from './change-coupon-settings.use-case';
import { ReminderDesk } from './reminder-desk';

const MEMBERS_PER_TRANSACTION = 200;

/**
 * The daily sweep that tells members of coupons that are about to end: each coupon once per end and reminder, all of a member's of one
 * day in one message. Bounded transactions; it may be stopped anywhere, be late, or run twice at once.
 */
@Injectable()
export class RemindOfCoupons {
  constructor(
    private readonly desk: ReminderDesk,
    private readonly settings: ChangeCouponSettings,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many messages were sent on their way. */
  async execute({ now = this.clock.now() }: { readonly now?: Date } = {}): Promise<{ told: number }> {
    const { reminderDays } = await this.settings.current();
    let told = 0;
    for (let daysLeft = 0; daysLeft <= Math.max(-1, ...reminderDays); daysLeft += 1) {
      const daysBefore = reminderDue(reminderDays, daysLeft);
      if (daysBefore === null) continue;
      const after = this.calendar.startOfDayAfter(now, daysLeft);
      const until = this.calendar.startOfDayAfter(now, daysLeft + 1);
      const end = { day: this.calendar.date(after), after, until, daysBefore };
      told += await this.desk.tell(end, { now, daysLeft }, MEMBERS_PER_TRANSACTION);
    }
    return { told };
  }
}
