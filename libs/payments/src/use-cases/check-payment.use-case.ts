import { UnitOfWork } from '@fanloop/platform';
import { PayDoor, type PayTransaction } from '@fanloop/wechat';
import { Injectable } from '@nestjs/common';
import type { Payment } from '../rules/payment';
import { PaymentRepository } from '../store/payment.repository';
import { ClosePayment } from './close-payment.use-case';
import { SettlePayment } from './settle-payment.use-case';

const MONEY_CAME: readonly PayTransaction['state'][] = ['SUCCESS', 'REFUND'];
const OVER: readonly PayTransaction['state'][] = ['CLOSED', 'REVOKED', 'PAYERROR'];

/**
 * Asks WeChat what became of one open payment, and closes it when its time is over: with WeChat first, so that nobody can pay
 * a payment that we call closed. No transaction is open while WeChat is asked. Refuses WechatBusy.
 */
@Injectable()
export class CheckPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly settle: SettlePayment,
    private readonly closing: ClosePayment,
    private readonly pay: PayDoor,
  ) {}

  async execute(payment: Payment, now: Date): Promise<void> {
    const isOver = payment.expiresAt <= now;
    // WeChat never heard of it.
    if (payment.state === 'created') return isOver ? this.closing.execute(payment) : undefined;
    if (payment.state !== 'paying') return;
    const told = await this.pay.query(payment.paymentNo);
    if (told && MONEY_CAME.includes(told.state)) return this.take(told);
    if (told && OVER.includes(told.state)) return this.closing.execute(payment);
    if (!isOver) return;
    if ((await this.pay.close(payment.paymentNo)) === 'closed') return this.closing.execute(payment);
    // Paid between the two calls.
    const then = await this.pay.query(payment.paymentNo);
    if (then && MONEY_CAME.includes(then.state)) await this.take(then);
  }

  /** By its number, when somebody waits for the answer. */
  async byNumber(paymentNo: string, now: Date): Promise<void> {
    const payment = await this.unitOfWork.run((tx) => this.payments.find(tx, paymentNo));
    if (payment) await this.execute(payment, now);
  }

  private async take(told: PayTransaction): Promise<void> {
    await this.unitOfWork.run((tx) => this.settle.execute(tx, told, 'query'));
  }
}
