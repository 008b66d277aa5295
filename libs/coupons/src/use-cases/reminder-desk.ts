import { domainEvent } from '@fanloop/events';
import { Outbox, Reader, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CouponReminders, type EndOfDay } from '../store/coupon-reminders';

interface Now {
  readonly now: Date;
  readonly daysLeft: number;
}

/** Tells members of one day's ends, so many members in a transaction. */
@Injectable()
export class ReminderDesk {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly reminders: CouponReminders,
    private readonly outbox: Outbox,
  ) {}

  async tell(end: EndOfDay, now: Now, membersPerTransaction: number): Promise<number> {
    let told = 0;
    for (let after = '0'; ; ) {
      const ids = await this.reminders.candidates(this.reader, end, after, membersPerTransaction);
      if (ids.length === 0) return told;
      told += await this.unitOfWork.run((tx) => this.tellMembers(tx, end, ids, now));
      after = ids.at(-1)!;
    }
  }

  private async tellMembers(tx: Tx, end: EndOfDay, ids: readonly string[], { now, daysLeft }: Now): Promise<number> {
    const fresh = await this.reminders.claim(tx, end, ids, now);
    const events = fresh.map(({ memberId, coupons }) =>
      domainEvent(
        'coupons.coupons-expiring.v1',
        { memberId, coupons, lastDay: end.day, daysLeft, at: now.toISOString() },
        now,
      ),
    );
    await this.outbox.append(tx, events);
    return fresh.length;
  }
}
