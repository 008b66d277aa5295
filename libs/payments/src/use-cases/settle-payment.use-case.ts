import { domainEvent } from '@fanloop/events';
import { type Clock, unwrap } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx } from '@fanloop/platform';
import { PayDoor, type PayTransaction } from '@fanloop/wechat';
import { Inject, Injectable } from '@nestjs/common';
import type { Payment } from '../rules/payment';
import { refuse } from '../rules/refusals';
import { type Settlement, settle } from '../rules/settle';
import { PaymentRepository } from '../store/payment.repository';
import { factOf } from './facts';
import { RequestRefund } from './request-refund.use-case';

const LATE = { reference: 'paid-after-close', reason: '订单已关闭，付款自动退回' } as const;

/**
 * Money came: WeChat says so, in a verified notification or in its answer to our own question. Never anybody else. Told
 * again it changes nothing. Money for a closed payment goes back in the same transaction (C14). Refuses PaymentNotFound,
 * PaymentDiffers, before anything is written.
 */
@Injectable()
export class SettlePayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RequestRefund,
    private readonly outbox: Outbox,
    private readonly pay: PayDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, told: PayTransaction, settledBy: 'notification' | 'query'): Promise<Settlement> {
    const payment = await this.payments.lock(tx, told.paymentNo);
    if (!payment) throw refuse('PaymentNotFound');
    const settlement = unwrap(settle(payment, told, this.pay.merchant));
    if (settlement === 'already') return settlement;
    const now = this.clock.now();
    const late = settlement === 'late';
    const { transactionId, payerFen, paidAt } = told;
    const as = { late, transactionId: transactionId!, payerFen, paidAt: paidAt ?? now, settledBy };
    const from = late ? (['closed'] as const) : (['created', 'paying'] as const);
    if (!(await this.payments.settle(tx, payment.paymentId, { ...as, from }, now)))
      throw new Error(`payment ${payment.paymentNo} changed under its lock`);
    await (late ? this.giveBack(tx, payment, as.paidAt) : this.tell(tx, payment, as.paidAt));
    return settlement;
  }

  private async tell(tx: Tx, payment: Payment, at: Date): Promise<void> {
    await this.outbox.append(tx, [domainEvent('payments.payment-succeeded.v1', factOf(payment, at), at)]);
  }

  private async giveBack(tx: Tx, payment: Payment, at: Date): Promise<void> {
    const { paymentNo, amountFen } = payment;
    const refundNo = await this.refunds.execute(tx, { paymentNo, amountFen, ...LATE, requestedBy: 'system:payments' });
    await this.outbox.append(tx, [
      domainEvent('payments.paid-after-close.v1', { ...factOf(payment, at), refundNo }, at),
    ]);
  }
}
