import type { Clock } from '@fanloop/kernel';
import { CLOCK, isDuplicateEntry, type Tx, UnitOfWork } from '@fanloop/platform';
import { type BillLine, PayDoor } from '@fanloop/wechat';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { beijingDay } from '../rules/bill-day';
import { differencesOf, feeOf, keyOf } from '../rules/reconcile';
import { BillRepository } from '../store/bill.repository';

/**
 * Compares one day with WeChat's bill: by itself once, and again where a person asks for it (WeChat has mended the bill). What
 * differs waits for a person; nothing is mended by itself, and what was found before stays until somebody settles it.
 */
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
    const work = this.unitOfWork.run(async (tx) => {
      await this.bills.begin(tx, day, outline(bill), this.clock.now());
      return this.compare(tx, day, bill);
    });
    return this.told(day, await work.catch(nullForDuplicate));
  }

  /** How many new differences there are; null when the bill is not made yet. */
  async again(day: string, alongside: (tx: Tx, found: number) => Promise<void>): Promise<number | null> {
    const bill = await this.pay.tradeBill(day);
    if (bill === 'not-yet') return null;
    const found = await this.unitOfWork.run(async (tx) => {
      await this.bills.beginAgain(tx, day, outline(bill), this.clock.now());
      const differences = await this.compare(tx, day, bill);
      await alongside(tx, differences);
      return differences;
    });
    return this.told(day, found);
  }

  private async compare(tx: Tx, day: string, bill: readonly BillLine[]): Promise<number> {
    const { from, until } = beijingDay(day);
    const held = await this.bills.held(tx, bill, day);
    const unbilled = await this.bills.unbilled(tx, from, until);
    const known = await this.bills.known(tx, day);
    const fresh = differencesOf(bill, held, unbilled).filter((one) => !known.has(keyOf(one)));
    await this.bills.keep(tx, day, fresh, this.clock.now());
    return fresh.length;
  }

  private told(day: string, found: number | null): number | null {
    if (found) this.logger.error({ day, differences: found }, 'the bill of WeChat Pay differs from our books');
    return found;
  }
}

const outline = (bill: readonly BillLine[]) => ({ lines: bill.length, feeFen: feeOf(bill) });

const nullForDuplicate = (error: unknown): null => {
  if (isDuplicateEntry(error)) return null;
  throw error;
};
