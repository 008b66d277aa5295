import type { Clock, Fen } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Payment } from '../rules/payment';
import { leftFen, type Refund, whyNotRefundable } from '../rules/refund';
import { refuse } from '../rules/refusals';
import { PaymentRepository } from '../store/payment.repository';
import { RefundRepository } from '../store/refund.repository';

export interface RefundCommand {
  readonly paymentNo: string;
  /** `rest`: all that is not on its way back. */
  readonly amountFen: Fen | 'rest';
  /** Names the refund within the payment: the same again is the same refund. */
  readonly reference: string;
  /** At most 80 characters; the shopper reads it. */
  readonly reason: string;
  /** `member:7`, `staff:2`, `system:rewards`. */
  readonly requestedBy: string;
}

const LONGEST_REASON = 80;

/**
 * Asks for money back, in the transaction of whatever is undone. The money is set aside by one conditional statement, so that
 * refunds together never exceed the payment (C15); it leaves when the transaction is committed, by the sweep. Refuses
 * PaymentNotFound, NotRefundable, RefundTooLarge, RefundTooLate, TooManyRefunds, RefundAmountInvalid, RefundReferenceReused.
 */
@Injectable()
export class RequestRefund {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The refund's number. */
  async execute(tx: Tx, command: RefundCommand): Promise<string> {
    return (await this.ask(tx, command)).refundNo;
  }

  /** Also tells whether it was asked for just now, or before. */
  async ask(tx: Tx, command: RefundCommand): Promise<{ refundNo: string; isNew: boolean }> {
    const payment = await this.payments.lock(tx, command.paymentNo);
    if (!payment) throw refuse('PaymentNotFound');
    const known = await this.refunds.byReference(tx, payment.paymentId, command.reference);
    if (known) return { refundNo: sameRefund(known, command), isNew: false };
    return { refundNo: await this.reserve(tx, payment, command), isNew: true };
  }

  private async reserve(tx: Tx, payment: Payment, command: RefundCommand): Promise<string> {
    const now = this.clock.now();
    const amountFen = command.amountFen === 'rest' ? leftFen(payment) : command.amountFen;
    const refusal = whyNotRefundable(payment, amountFen, now);
    if (refusal) throw refusal;
    if (!(await this.payments.reserve(tx, payment.paymentId, amountFen, now)))
      throw refuse('RefundTooLarge', { left: leftFen(payment) });
    const { reference, requestedBy } = command;
    const reason = [...command.reason].slice(0, LONGEST_REASON).join('');
    return this.refunds.insert(tx, { paymentId: payment.paymentId, reference, amountFen, reason, requestedBy }, now);
  }
}

const sameRefund = (known: Refund, { amountFen }: RefundCommand): string => {
  if (amountFen !== 'rest' && amountFen !== known.amountFen) throw refuse('RefundReferenceReused');
  return known.refundNo;
};
