import type { Clock, Fen } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { isOpen } from '../rules/payment';
import { leftFen } from '../rules/refund';
import { refuse } from '../rules/refusals';
import { PaymentRepository } from '../store/payment.repository';
import { type RefundCommand, RequestRefund } from './request-refund.use-case';

/**
 * The order is undone, whatever became of its payment: an open one is given up, the rest of a paid one goes back, and of a closed
 * one there is nothing to do (money that comes later goes back by itself). The payment's lock decides which of them it is.
 * Refuses PaymentNotFound, RefundTooLate, TooManyRefunds.
 */
@Injectable()
export class UndoPayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RequestRefund,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Its time is over now; false when it is paid or closed. */
  giveUp(tx: Tx, paymentNo: string): Promise<boolean> {
    return this.payments.expire(tx, paymentNo, this.clock.now());
  }

  /** What goes back now: 0 where nothing was paid, or all of it is on its way already. */
  async execute(tx: Tx, command: Omit<RefundCommand, 'amountFen'>): Promise<Fen> {
    const payment = await this.payments.lock(tx, command.paymentNo);
    if (!payment) throw refuse('PaymentNotFound');
    if (isOpen(payment.state)) await this.giveUp(tx, payment.paymentNo);
    const left = leftFen(payment);
    if (isOpen(payment.state) || payment.state === 'closed' || left === 0) return 0;
    await this.refunds.execute(tx, { ...command, amountFen: 'rest' });
    return left;
  }
}
