import { addDays, type Clock, messageOf } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, Reader } from '@fanloop/platform';
import { PayDoor } from '@fanloop/wechat';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { BEIJING } from '../rules/bill-day';
import { BillRepository } from '../store/bill.repository';
import { ReconcileDay } from './reconcile-day.use-case';

/** WeChat has bills of three months; a worker that slept for a fortnight makes up for it. */
const DAYS_BACK = 14;

/** The sweep: the days before today whose bill was not compared yet. WeChat says itself when a bill is not made. */
@Injectable()
export class ReconcileBills {
  private readonly logger = new Logger('payments');

  constructor(
    private readonly reader: Reader,
    private readonly bills: BillRepository,
    private readonly day: ReconcileDay,
    private readonly pay: PayDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many days were compared. */
  async execute(): Promise<number> {
    if (!this.pay.isReady) return 0;
    const calendar = new BusinessCalendar(BEIJING);
    const days = Array.from({ length: DAYS_BACK }, (_, i) => calendar.date(addDays(this.clock.now(), i - DAYS_BACK)));
    const compared = await this.bills.comparedDays(this.reader, days);
    let done = 0;
    for (const day of days.filter((one) => !compared.has(one))) if (await this.compare(day)) done += 1;
    return done;
  }

  private async compare(day: string): Promise<boolean> {
    try {
      return (await this.day.execute(day)) !== null;
    } catch (error) {
      const why = messageOf(error);
      this.logger.warn({ day, why }, 'a bill of WeChat Pay could not be compared');
      return false;
    }
  }
}
