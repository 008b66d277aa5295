import type { Fen } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { PaymentStandings } from './reads/payment-standings.read';
import type { NewPayment, Payment, PaymentState } from './rules/payment';
import type { PaymentStanding, RefundStanding } from './rules/standing';
import { PaymentRepository } from './store/payment.repository';
import { type RefundCommand, RequestRefund } from './use-cases/request-refund.use-case';
import { StartPayment } from './use-cases/start-payment.use-case';
import { UndoPayment } from './use-cases/undo-payment.use-case';

/** What other contexts may do with payments. What becomes of them comes back as events. */
@Injectable()
export class PaymentsDoor {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly starting: StartPayment,
    private readonly refunding: RequestRefund,
    private readonly undoing: UndoPayment,
    private readonly standing: PaymentStandings,
  ) {}

  /** Starts the payment of an order in the order's own transaction; answers its number. The same order: the same payment. */
  start(tx: Tx, payment: NewPayment): Promise<string> {
    return this.starting.execute(tx, payment);
  }

  /** The order is given up: nobody can pay any more, a few seconds later at the latest. False when it is paid or closed. */
  giveUp(tx: Tx, paymentNo: string): Promise<boolean> {
    return this.undoing.giveUp(tx, paymentNo);
  }

  /** The order is undone: an open payment is given up, the rest of a paid one goes back. Answers what goes back. */
  undo(tx: Tx, command: Omit<RefundCommand, 'amountFen'>): Promise<Fen> {
    return this.undoing.execute(tx, command);
  }

  /** Asks for money back in the transaction of whatever is undone; answers the refund's number. */
  refund(tx: Tx, command: RefundCommand): Promise<string> {
    return this.refunding.execute(tx, command);
  }

  /** The payment of an order; null when there is none. */
  of(from: Queryable, purpose: string, reference: string): Promise<Payment | null> {
    return this.payments.byReference(from, purpose, reference);
  }

  /** How the payments of many orders stand, with what goes back of them; by reference. For screens: nothing is locked. */
  standings(purpose: string, references: readonly string[]): Promise<Map<string, PaymentStanding>> {
    return this.standing.of(purpose, references);
  }
}

export type { NewPayment, Payment, PaymentStanding, PaymentState, RefundCommand, RefundStanding };
