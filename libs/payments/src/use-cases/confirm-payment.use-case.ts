import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type MyPayment, MyPaymentRead } from '../reads/my-payment.read';
import { CheckPayment } from './check-payment.use-case';

/**
 * The client says that the shopper has paid: no proof, but a reason to ask WeChat at once instead of waiting for the
 * notification. Refuses PaymentNotFound, WechatBusy.
 */
@Injectable()
export class ConfirmPayment {
  constructor(
    private readonly mine: MyPaymentRead,
    private readonly check: CheckPayment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ paymentNo, memberId }: { paymentNo: string; memberId: MemberId }): Promise<MyPayment> {
    const payment = await this.mine.of(paymentNo, memberId);
    if (payment.state !== 'paying') return payment;
    await this.check.byNumber(paymentNo, this.clock.now());
    return this.mine.of(paymentNo, memberId);
  }
}
