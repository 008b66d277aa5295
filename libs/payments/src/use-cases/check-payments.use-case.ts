import { type Clock, messageOf } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { nextPaymentCheck } from '../rules/check-times';
import type { Payment } from '../rules/payment';
import { PaymentRepository } from '../store/payment.repository';
import { CheckPayment } from './check-payment.use-case';

const BATCH = 20;

/**
 * The sweep: payments about which WeChat is to be asked, because a notification may be lost, and those whose time is over. Each is
 * put off before WeChat is asked, so that a worker that dies on the way leaves it for the next one, and two sweeps never ask twice.
 */
@Injectable()
export class CheckPayments {
  private readonly logger = new Logger('payments');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly check: CheckPayment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many payments were looked at. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    for (let looked = 0; ; ) {
      const due = await this.take(now);
      for (const payment of due) await this.look(payment, now);
      looked += due.length;
      if (due.length < BATCH) return looked;
    }
  }

  private take(now: Date): Promise<Payment[]> {
    return this.unitOfWork.run(async (tx) => {
      const due = await this.payments.due(tx, now, BATCH);
      for (const payment of due) await this.payments.checkAgain(tx, payment.paymentId, nextPaymentCheck(payment, now));
      return due;
    });
  }

  private async look(payment: Payment, now: Date): Promise<void> {
    try {
      await this.check.execute(payment, now);
    } catch (error) {
      // One that cannot be asked about keeps nobody else waiting.
      const why = messageOf(error);
      this.logger.warn({ paymentNo: payment.paymentNo, why }, 'a payment could not be checked');
    }
  }
}
