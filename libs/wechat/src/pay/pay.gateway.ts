import { createHash } from 'node:crypto';
import type { Clock } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { type BillLine, readTradeBill } from '../rules/trade-bill';
import { type PayRefund, type PayTransaction, readRefund, readTransaction } from './pay-answers';
import { PayFailure } from './pay-failure';
import { PayHttp } from './pay-http';
import { openNotification, type PayNotification } from './pay-notification';
import { assertPayOptions, PAY_OPTIONS, type PayOptions } from './pay-options';
import { PlatformKeys } from './platform-keys';
import { type SignedMessage, whyUnverified } from './signature';
import { OFFICIAL, type PayParameters, SignedPay } from './signed-pay';
import { type PayAnswer, VerifyingTransport } from './verifying-transport';

export interface PayOrder {
  /** Ours: 6 to 32 of 0-9 A-Z a-z _ - | *, unique for the merchant. The same order is asked for with the same fields only. */
  readonly paymentNo: string;
  /** At most 127 characters: what the shopper reads in his bill. */
  readonly description: string;
  readonly amountFen: number;
  /** Of the payer, under the mini-program. */
  readonly openid: string;
  /** WeChat takes no money afterwards (at the earliest a minute after the first call). */
  readonly expiresAt: Date;
  readonly notifyUrl: string;
}

export interface PayRefundOrder {
  readonly paymentNo: string;
  /** Ours, at most 64 characters: asked again with the same number it is the same refund. */
  readonly refundNo: string;
  readonly refundFen: number;
  readonly totalFen: number;
  /** At most 80 characters, shown to the shopper. */
  readonly reason: string;
  readonly notifyUrl: string;
}

const PAID = ['ORDERPAID', 'ORDER_PAID'];
const CLOSED = ['ORDER_CLOSED', 'ORDERCLOSED'];
const UNKNOWN = ['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'];

/** WeChat Pay: one try of each call, every answer verified. Never call it inside a transaction. */
@Injectable()
export class PayGateway {
  private readonly parts: ReturnType<typeof partsOf> | null;

  /** Without options nobody can pay, and everything else of the product works. */
  constructor(
    @Inject(PAY_OPTIONS) options: PayOptions | null,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.parts = options && partsOf(options, clock);
  }

  /** Whom a transaction must name: anything else is not ours. */
  get merchant(): { readonly appId: string; readonly merchantId: string } {
    const { appId, merchantId } = this.ready.options;
    return { appId, merchantId };
  }

  /** The prepay id, good for two hours. `paid` and `closed` when the order is that already. Refuses WechatBusy. */
  async prepay(order: PayOrder): Promise<{ kind: 'ready'; prepayId: string } | { kind: 'paid' } | { kind: 'closed' }> {
    const answer: PayAnswer = await this.ready.pay.transactions_jsapi({
      description: order.description,
      out_trade_no: order.paymentNo,
      time_expire: rfc3339(order.expiresAt),
      notify_url: order.notifyUrl,
      amount: { total: order.amountFen, currency: 'CNY' },
      payer: { openid: order.openid },
    });
    if (PAID.includes(answer.error ?? '')) return { kind: 'paid' };
    if (CLOSED.includes(answer.error ?? '')) return { kind: 'closed' };
    // The package has already made parameters of the answer, with a nonce and a clock of its own: only the id is taken.
    const packed = (good('prepay', answer) as { package?: unknown }).package;
    const prepayId = typeof packed === 'string' ? packed.slice('prepay_id='.length) : '';
    if (!prepayId) throw new PayFailure('prepay', null, 'the answer holds no prepay id');
    return { kind: 'ready', prepayId };
  }

  parametersFor(prepayId: string): PayParameters {
    return this.ready.pay.parametersFor(prepayId);
  }

  /** What became of an order; null when WeChat has none of this number. Refuses WechatBusy. */
  async query(paymentNo: string): Promise<PayTransaction | null> {
    const answer: PayAnswer = await this.ready.pay.query({ out_trade_no: paymentNo });
    return UNKNOWN.includes(answer.error ?? '') ? null : readTransaction(good('query', answer));
  }

  /** Afterwards nobody can pay it. `paid` when somebody did before. An order that WeChat does not have is closed too. */
  async close(paymentNo: string): Promise<'closed' | 'paid'> {
    const answer: PayAnswer = await this.ready.pay.close(paymentNo);
    if (PAID.includes(answer.error ?? '')) return 'paid';
    if (!UNKNOWN.includes(answer.error ?? '') && !CLOSED.includes(answer.error ?? '')) good('close', answer);
    return 'closed';
  }

  /** Accepted is not refunded: the money moves within days. Refuses WechatBusy; throws PayFailure with WeChat's code. */
  async refund(order: PayRefundOrder): Promise<PayRefund> {
    const answer: PayAnswer = await this.ready.pay.refunds({
      out_trade_no: order.paymentNo,
      out_refund_no: order.refundNo,
      reason: order.reason,
      notify_url: order.notifyUrl,
      amount: { refund: order.refundFen, total: order.totalFen, currency: 'CNY' },
    });
    return readRefund(good('refund', answer));
  }

  /** Null when WeChat has none of this number: then it was never accepted. Refuses WechatBusy. */
  async queryRefund(refundNo: string): Promise<PayRefund | null> {
    const answer: PayAnswer = await this.ready.pay.find_refunds(refundNo);
    return UNKNOWN.includes(answer.error ?? '') ? null : readRefund(good('refund query', answer));
  }

  /**
   * The bill of a day that is over (`YYYY-MM-DD`, Beijing's). `not-yet`: WeChat makes it until ten the next morning. A day
   * without a payment has an empty one. Refuses WechatBusy.
   */
  async tradeBill(day: string): Promise<readonly BillLine[] | 'not-yet'> {
    const answer: PayAnswer = await this.ready.pay.tradebill({ bill_date: day, bill_type: 'ALL' });
    if (answer.error === 'NO_STATEMENT_EXIST') return [];
    if (answer.error === 'STATEMENT_CREATING') return 'not-yet';
    const { download_url: url, hash_value: hash } = good('bill', answer) as Record<string, unknown>;
    if (typeof url !== 'string' || typeof hash !== 'string')
      throw new PayFailure('bill', null, 'the answer names no file');
    const file = await this.ready.http.exchange({ method: 'GET', url, headers: this.ready.pay.headersOfGet(url) });
    // The file is not signed, but its fingerprint came in an answer that was.
    const isWhole = createHash('sha1').update(file.body).digest('hex') === hash.toLowerCase();
    if (file.status !== 200 || !isWhole)
      throw new PayFailure('bill', null, `the file is not what WeChat named (HTTP ${file.status})`);
    return readTradeBill(file.body.toString('utf8'));
  }

  /** Opens a notification. Refuses PayNoticeForged for whatever WeChat did not sign for us, now. */
  async open(message: SignedMessage): Promise<PayNotification> {
    const { keys, options } = this.ready;
    const why = await whyUnverified(message, keys.keyOf, this.clock.now());
    if (why) throw refuse('PayNoticeForged', { why });
    const opened = openNotification(options.apiV3Key, message.body);
    if (!opened) throw refuse('PayNoticeForged', { why: 'not-sealed-for-us' });
    return opened;
  }

  /** False where the deployment has no merchant. */
  get isReady(): boolean {
    return this.parts !== null;
  }

  private get ready() {
    if (!this.parts) throw refuse('PayNotConfigured');
    return this.parts;
  }
}

const partsOf = (options: PayOptions, clock: Clock) => {
  assertPayOptions(options);
  const http = new PayHttp(options);
  const pay = new SignedPay(options, clock);
  const certificates = `${OFFICIAL}/v3/certificates`;
  const keys = new PlatformKeys(options, clock, () =>
    http.exchange({ method: 'GET', url: certificates, headers: pay.headersOfGet(certificates) }),
  );
  pay.createHttp(new VerifyingTransport(http, keys.keyOf, clock));
  return { pay, keys, http, options };
};

const good = (call: string, answer: PayAnswer): unknown => {
  if (answer.error === undefined && answer.data !== undefined) return answer.data;
  throw new PayFailure(call, answer.error ?? null, `HTTP ${answer.status} ${answer.error ?? ''}`.trim());
};

/** Whole seconds in Beijing's writing: WeChat compares the text with that of the first call. */
const rfc3339 = (at: Date): string => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
