import { domainEvent } from '@fanloop/events';
import type { Clock } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx } from '@fanloop/platform';
import { PayDoor, type PayRefund } from '@fanloop/wechat';
import { Inject, Injectable } from '@nestjs/common';
import type { Payment } from '../rules/payment';
import { differenceOf, type Refund, stateAfter, staysReserved } from '../rules/refund';
import { refuse } from '../rules/refusals';
import { PaymentRepository } from '../store/payment.repository';
import { RefundRepository } from '../store/refund.repository';
import { refundFactOf } from './facts';

export type RefundSettlement = 'processing' | 'succeeded' | 'failed' | 'already';

/**
 * What WeChat says of a refund: in a verified notification, or as answer to our own call. Told again it changes nothing.
 * Refuses RefundNotFound, RefundDiffers, before anything is written.
 */
@Injectable()
export class SettleRefund {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundRepository,
    private readonly outbox: Outbox,
    private readonly pay: PayDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, told: PayRefund): Promise<RefundSettlement> {
    const { payment, refund } = await this.lock(tx, told.refundNo);
    const refusal = differenceOf(refund, payment, told, this.pay.merchant.merchantId);
    if (refusal) throw refusal;
    if (told.status === 'SUCCESS') return this.succeed(tx, payment, refund, told);
    if (told.status !== 'PROCESSING') return this.giveUp(tx, payment, refund, told.status);
    await this.refunds.markProcessing(tx, refund.refundId, told.wechatRefundId, this.clock.now());
    return 'processing';
  }

  /** WeChat does not take it, and never will: what was set aside for it is free again. */
  async refused(tx: Tx, refundNo: string, code: string): Promise<void> {
    const { payment, refund } = await this.lock(tx, refundNo);
    await this.giveUp(tx, payment, refund, code);
  }

  private async lock(tx: Tx, refundNo: string): Promise<{ payment: Payment; refund: Refund }> {
    const paymentNo = await this.refunds.paymentNoOf(tx, refundNo);
    const payment = paymentNo && (await this.payments.lock(tx, paymentNo));
    const refund = payment && (await this.refunds.lock(tx, refundNo));
    if (!refund) throw refuse('RefundNotFound');
    return { payment, refund };
  }

  private async succeed(tx: Tx, payment: Payment, refund: Refund, told: PayRefund): Promise<RefundSettlement> {
    const now = this.clock.now();
    const at = told.succeededAt ?? now;
    if (!(await this.refunds.succeed(tx, refund.refundId, told.wechatRefundId, at, now))) return 'already';
    const state = stateAfter(payment.amountFen, payment.refundedFen + refund.amountFen);
    if (!(await this.payments.addRefunded(tx, payment.paymentId, refund.amountFen, state, now)))
      throw new Error(`refund ${refund.refundNo} went back without having been set aside`);
    const fact = refundFactOf(payment, refund, at);
    await this.outbox.append(tx, [domainEvent('payments.refund-succeeded.v1', fact, at)]);
    return 'succeeded';
  }

  private async giveUp(tx: Tx, payment: Payment, refund: Refund, why: string): Promise<RefundSettlement> {
    const now = this.clock.now();
    if (!(await this.refunds.fail(tx, refund.refundId, why, now))) return 'already';
    if (!staysReserved(why) && !(await this.payments.release(tx, payment.paymentId, refund.amountFen, now)))
      throw new Error(`refund ${refund.refundNo} had not been set aside`);
    const fact = { ...refundFactOf(payment, refund, now), why };
    await this.outbox.append(tx, [domainEvent('payments.refund-failed.v1', fact, now)]);
    return 'failed';
  }
}
