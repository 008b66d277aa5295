import type { Clock } from '@fanloop/kernel';
import { CLOCK, Outbox, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Payment } from '../rules/payment';
import { PaymentRepository } from '../store/payment.repository';
import { closedEvent } from './facts';

/** The end of a payment that nobody made, told to whoever started it. Once. */
@Injectable()
export class ClosePayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(payment: Payment): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      // Settled or closed meanwhile: nothing is left to do.
      if (!(await this.payments.close(tx, payment.paymentId, now))) return;
      await this.outbox.append(tx, [closedEvent(payment, now)]);
    });
  }
}
