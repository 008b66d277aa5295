import type { Clock } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { isSameOrder, type NewPayment, problemOf } from '../rules/payment';
import { refuse } from '../rules/refusals';
import { PaymentRepository } from '../store/payment.repository';

/**
 * Starts the payment of an order in the transaction that makes the order. The same order again is the same payment. Refuses
 * PaymentInvalid, PaymentReferenceReused.
 */
@Injectable()
export class StartPayment {
  constructor(
    private readonly payments: PaymentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The payment's number: the shopper pays by it. */
  async execute(tx: Tx, payment: NewPayment): Promise<string> {
    const now = this.clock.now();
    const known = await this.payments.byReference(tx, payment.purpose, payment.reference);
    if (known) {
      if (!isSameOrder(known, payment)) throw refuse('PaymentReferenceReused');
      return known.paymentNo;
    }
    const problem = problemOf(payment, now);
    if (problem) throw refuse('PaymentInvalid', { problem });
    return this.payments.insert(tx, payment, now);
  }
}
