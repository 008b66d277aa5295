import type { Tx } from '@fanloop/platform';
import { type PayNotification, readRefund, readTransaction } from '@fanloop/wechat';
import { Injectable } from '@nestjs/common';
import { SettlePayment } from './settle-payment.use-case';
import { SettleRefund } from './settle-refund.use-case';

/** What happens with the inside of a notification, and which of our numbers it is about. */
export interface Work {
  readonly number: string;
  run(tx: Tx): Promise<string>;
}

/** Which use case a notification is for. */
@Injectable()
export class NoticeWork {
  constructor(
    private readonly payments: SettlePayment,
    private readonly refunds: SettleRefund,
  ) {}

  of({ eventType, content, noticeId }: PayNotification): Work {
    if (eventType === 'TRANSACTION.SUCCESS') {
      const told = readTransaction(content);
      return { number: told.paymentNo, run: (tx) => this.payments.execute(tx, told, 'notification') };
    }
    if (eventType.startsWith('REFUND.')) {
      const told = readRefund(content);
      return { number: told.refundNo, run: (tx) => this.refunds.execute(tx, told) };
    }
    return { number: noticeId, run: () => Promise.resolve('ignored') };
  }
}
