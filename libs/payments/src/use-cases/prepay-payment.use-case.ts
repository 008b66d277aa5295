import type { Clock, MemberId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { CLOCK } from '@fanloop/platform';
import { PayDoor, type PayParameters } from '@fanloop/wechat';
import { Inject, Injectable } from '@nestjs/common';
import { isPrepayFresh } from '../rules/check-times';
import { refuse } from '../rules/refusals';
import { NOTIFY_URLS, type NotifyUrls } from './notify-urls';
import { PrepaySteps } from './prepay-steps';

/**
 * What the mini-program hands to WeChat so that the shopper pays. However often it is asked for, it is one order with WeChat.
 * The payment is marked before WeChat hears of it: one that is still `created` has no order there, for certain. Refuses
 * PaymentNotFound, PaymentPaid, PaymentClosed, PayerUnknown, WechatBusy.
 */
@Injectable()
export class PrepayPayment {
  constructor(
    private readonly steps: PrepaySteps,
    private readonly members: MembersDoor,
    private readonly pay: PayDoor,
    @Inject(NOTIFY_URLS) private readonly urls: NotifyUrls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: { readonly paymentNo: string; readonly memberId: MemberId }): Promise<PayParameters> {
    const now = this.clock.now();
    const payment = await this.steps.payable(command.paymentNo, command.memberId, now);
    if (payment.prepayId && isPrepayFresh(payment.prepaidAt, now)) return this.pay.parametersFor(payment.prepayId);
    const openid = await this.members.openidOf(payment.memberId);
    if (!openid) throw refuse('PayerUnknown');
    await this.steps.markPaying(payment, now);
    const { paymentNo, description, amountFen, expiresAt } = payment;
    const order = { paymentNo, description, amountFen, openid, expiresAt, notifyUrl: this.urls.payments };
    const answer = await this.pay.prepay(order);
    // Paid a moment ago, on another device perhaps: the notification or the next check settles it.
    if (answer.kind === 'paid') throw refuse('PaymentPaid');
    if (answer.kind === 'closed') throw refuse('PaymentClosed');
    await this.steps.keepPrepay(payment, answer.prepayId);
    return this.pay.parametersFor(answer.prepayId);
  }
}
