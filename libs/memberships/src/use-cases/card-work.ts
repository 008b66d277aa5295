import type { Clock, Day } from '@fanloop/kernel';
import { AuditLog, BusinessCalendar, CLOCK, Idempotency, Outbox, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';

/** What every deed with cards begins and ends with. */
@Injectable()
export class CardWork {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly idempotency: Idempotency,
    readonly outbox: Outbox,
    readonly audit: AuditLog,
  ) {}
}

export interface Present {
  readonly now: Date;
  readonly today: Day;
}

/** The present, read once per deed, with the business day of the brand that it lies in. */
@Injectable()
export class CardTime {
  constructor(
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  present(): Present {
    const now = this.clock.now();
    return { now, today: this.calendar.date(now) };
  }
}
