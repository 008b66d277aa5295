import type { Clock } from '@fanloop/kernel';
import { CLOCK, type Queryable, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { NewPayment, Payment, PaymentState } from './rules/payment';
import { PaymentRepository } from './store/payment.repository';
import { type RefundCommand, RequestRefund } from './use-cases/request-refund.use-case';
import { StartPayment } from './use-cases/start-payment.use-case';

/** What other contexts may do with payments. What becomes of them comes back as events. */
@Injectable()
export class PaymentsDoor {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly starting: StartPayment,
    private readonly refunding: RequestRefund,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Starts the payment of an order in the order's own transaction; answers its number. The same order: the same payment. */
  start(tx: Tx, payment: NewPayment): Promise<string> {
    return this.starting.execute(tx, payment);
  }

  /** The order is given up: nobody can pay any more, a few seconds later at the latest. False when it is paid or closed. */
  giveUp(tx: Tx, paymentNo: string): Promise<boolean> {
    return this.payments.expire(tx, paymentNo, this.clock.now());
  }

  /** Asks for money back in the transaction of whatever is undone; answers the refund's number. */
  refund(tx: Tx, command: RefundCommand): Promise<string> {
    return this.refunding.execute(tx, command);
  }

  /** The payment of an order; null when there is none. */
  of(from: Queryable, purpose: string, reference: string): Promise<Payment | null> {
    return this.payments.byReference(from, purpose, reference);
  }
}

export type { NewPayment, Payment, PaymentState, RefundCommand };
