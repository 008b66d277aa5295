import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { nextPaymentCheck } from '../rules/check-times';
import { isOpen, type Payment } from '../rules/payment';
import { refuse } from '../rules/refusals';
import { PaymentRepository } from '../store/payment.repository';

/** The prepaying's own short transactions: none is open while WeChat is asked. */
@Injectable()
export class PrepaySteps {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly payments: PaymentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Somebody else's payment is not found: its existence is nobody's business. */
  async payable(paymentNo: string, memberId: MemberId, now: Date): Promise<Payment> {
    const payment = await this.payments.find(this.reader, paymentNo);
    if (!payment || payment.memberId !== memberId) throw refuse('PaymentNotFound');
    if (payment.state === 'closed' || (isOpen(payment.state) && payment.expiresAt <= now))
      throw refuse('PaymentClosed');
    if (!isOpen(payment.state)) throw refuse('PaymentPaid');
    return payment;
  }

  async markPaying(payment: Payment, now: Date): Promise<void> {
    const checkAt = nextPaymentCheck(payment, now);
    const marked = await this.unitOfWork.run((tx) => this.payments.markPaying(tx, payment.paymentId, checkAt, now));
    if (!marked) throw refuse('PaymentClosed');
  }

  async keepPrepay(payment: Payment, prepayId: string): Promise<void> {
    const now = this.clock.now();
    const kept = await this.unitOfWork.run((tx) => this.payments.keepPrepay(tx, payment.paymentId, prepayId, now));
    if (!kept) throw refuse('PaymentClosed');
  }
}
