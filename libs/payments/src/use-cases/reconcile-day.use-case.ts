import type { Clock } from '@fanloop/kernel';
import { CLOCK, isDuplicateEntry, UnitOfWork } from '@fanloop/platform';
import { PayDoor } from '@fanloop/wechat';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { beijingDay } from '../rules/bill-day';
import { differencesOf, feeOf } from '../rules/reconcile';
import { BillRepository } from '../store/bill.repository';

/** Compares one day with WeChat's bill, once. What differs waits for a person; nothing is mended by itself. */
@Injectable()
export class ReconcileDay {
  private readonly logger = new Logger('payments');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bills: BillRepository,
    private readonly pay: PayDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many differences there are; null when the bill is not made yet, or the day is compared already. */
  async execute(day: string): Promise<number | null> {
    const bill = await this.pay.tradeBill(day);
    if (bill === 'not-yet') return null;
    const { from, until } = beijingDay(day);
    const now = this.clock.now();
    const work = this.unitOfWork.run(async (tx) => {
      await this.bills.begin(tx, day, { lines: bill.length, feeFen: feeOf(bill) }, now);
      const held = await this.bills.held(tx, bill, day);
      const unbilled = await this.bills.unbilled(tx, from, until);
      const differences = differencesOf(bill, held, unbilled);
      await this.bills.keep(tx, day, differences, now);
      return differences.length;
    });
    const found = await work.catch(nullForDuplicate);
    if (found) this.logger.error({ day, differences: found }, 'the bill of WeChat Pay differs from our books');
    return found;
  }
}

const nullForDuplicate = (error: unknown): null => {
  if (isDuplicateEntry(error)) return null;
  throw error;
};
