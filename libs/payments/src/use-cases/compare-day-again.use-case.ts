import type { Clock, StaffId } from '@fanloop/kernel';
import { AuditLog, BusinessCalendar, CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { BEIJING } from '../rules/bill-day';
import { refuse } from '../rules/refusals';
import { ReconcileDay } from './reconcile-day.use-case';

/** A person has a day compared again; audited. Refuses BillNotThere, WechatBusy, PayNotConfigured. */
@Injectable()
export class CompareDayAgain {
  private readonly calendar = new BusinessCalendar(BEIJING);

  constructor(
    private readonly day: ReconcileDay,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many differences are new. @param day `YYYY-MM-DD`, Beijing's */
  async execute({ day, staffId }: { readonly day: string; readonly staffId: StaffId }): Promise<number> {
    if (day >= this.calendar.date(this.clock.now())) throw refuse('BillNotThere');
    const found = await this.day.again(day, (tx, differences) =>
      this.audit.append(tx, {
        actor: { kind: 'staff', id: staffId },
        action: 'payments.day-compared',
        subject: `bill:${day}`,
        details: { differences },
      }),
    );
    if (found === null) throw refuse('BillNotThere');
    return found;
  }
}
