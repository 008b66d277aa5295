import { UnitOfWork } from '@fanloop/platform';
import { PayDoor, PayFailure, type PayRefund } from '@fanloop/wechat';
import { Inject, Injectable } from '@nestjs/common';
import { mayStillGoThrough } from '../rules/refund';
import type { OutgoingRefund } from '../store/refund.repository';
import { NOTIFY_URLS, type NotifyUrls } from './notify-urls';
import { OutgoingRefunds } from './outgoing-refunds';
import { SettleRefund } from './settle-refund.use-case';

/**
 * Gets one refund on: sends it, or asks what became of it. Always under the same number, so that an answer that was lost costs
 * nothing. What WeChat refuses for good is given up only when WeChat does not know the number either.
 */
@Injectable()
export class SendRefund {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outgoing: OutgoingRefunds,
    private readonly settle: SettleRefund,
    private readonly pay: PayDoor,
    @Inject(NOTIFY_URLS) private readonly urls: NotifyUrls,
  ) {}

  async execute(refundNo: string): Promise<void> {
    const refund = await this.outgoing.byNumber(refundNo);
    if (!refund || (refund.state !== 'requested' && refund.state !== 'processing')) return;
    const told = refund.state === 'processing' ? await this.pay.queryRefund(refundNo) : null;
    if (told) return this.take(told);
    try {
      await this.take(await this.pay.refund({ ...orderOf(refund), notifyUrl: this.urls.refunds }));
    } catch (error) {
      if (!(error instanceof PayFailure)) throw error;
      await this.refused(refund, error);
    }
  }

  private async refused(refund: OutgoingRefund, failure: PayFailure): Promise<void> {
    await this.outgoing.noteTrouble(refund, failure.code ?? 'NOT_VERIFIED');
    if (mayStillGoThrough(failure.code)) throw failure;
    const known = await this.pay.queryRefund(refund.refundNo);
    if (known) return this.take(known);
    await this.unitOfWork.run((tx) => this.settle.refused(tx, refund.refundNo, failure.code ?? 'REFUSED'));
  }

  private async take(told: PayRefund): Promise<void> {
    await this.unitOfWork.run((tx) => this.settle.execute(tx, told));
  }
}

const orderOf = ({ refundNo, paymentNo, amountFen, totalFen, reason }: OutgoingRefund) => ({
  refundNo,
  paymentNo,
  refundFen: amountFen,
  totalFen,
  reason,
});
