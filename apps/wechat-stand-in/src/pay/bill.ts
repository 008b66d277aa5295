import { randomBytes } from 'node:crypto';
import { PayError } from '../http/pay-error';
import type { MovableClock } from '../world/clock';
import type { PayMerchant } from '../world/pay-options';
import type { Order } from './orders';
import type { Refund } from './refunds';

const HEADING =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const SUM_HEADING = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const BEIJING_MS = 8 * 3_600_000;
const READY_AFTER_MS = 34 * 3_600_000;
const URL_MS = 30_000;

/** What is wrong with a bill, on purpose: a line left out, another amount, a payment that the merchant never had. */
export type BillFault = { readonly mode: 'drop' | 'amount' | 'add'; readonly number: string };

/** The bills of past days, and the addresses under which they can be fetched for half a minute. */
export class Bills {
  private readonly files = new Map<string, { text: string; untilMs: number }>();
  readonly faults: BillFault[] = [];

  constructor(private readonly clock: MovableClock) {}

  /** Throws WeChat's own errors for a day that is not over and for one on which nothing happened. */
  textOf(day: string, lines: readonly string[]): string {
    const startMs = Date.parse(`${day}T00:00:00Z`) - BEIJING_MS;
    if (Number.isNaN(startMs)) throw new PayError(400, 'PARAM_ERROR', 'bill_date 格式有误');
    if (this.clock.nowMs() < startMs + READY_AFTER_MS) throw new PayError(400, 'STATEMENT_CREATING', '账单生成中');
    if (lines.length === 0) throw new PayError(400, 'NO_STATEMENT_EXIST', '账单文件不存在');
    return [HEADING, ...lines, SUM_HEADING, `\`${lines.length},\`0.00,\`0.00,\`0.00,\`0.00000,\`0.00,\`0.00`, ''].join(
      '\r\n',
    );
  }

  keep(text: string): string {
    const token = randomBytes(16).toString('hex');
    this.files.set(token, { text, untilMs: this.clock.nowMs() + URL_MS });
    return token;
  }

  fetch(token: string): string {
    const file = this.files.get(token);
    if (!file || file.untilMs <= this.clock.nowMs()) throw new PayError(400, 'INVALID_REQUEST', '下载链接已失效');
    return file.text;
  }

  reset(): void {
    this.files.clear();
    this.faults.length = 0;
  }
}

export const dayOf = (ms: number): string => new Date(ms + BEIJING_MS).toISOString().slice(0, 10);

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
/** 0.6 % of the amount, to the fen, as WeChat writes it. */
const fee = (fen: number): string => `${yuan(Math.round((fen * 6) / 1000))}000`;
const giveBack = (fen: number): string => (fee(fen) === '0.00000' ? fee(fen) : `-${fee(fen)}`);
const time = (ms: number): string => new Date(ms + BEIJING_MS).toISOString().slice(0, 19).replace('T', ' ');
const join = (values: readonly string[]): string => values.map((value) => `\`${value}`).join(',');

/** @param fault applied to the payment or refund that it names */
export const paymentLine = (order: Order, merchant: PayMerchant, appId: string, fault?: BillFault): string => {
  const amount = yuan(order.amountFen + (fault?.mode === 'amount' ? 1 : 0));
  const [first, last] = [time(order.paidMs ?? 0), order.description.replaceAll('`', '')];
  return join([
    ...[first, appId, merchant.merchantId, '0', '', order.transactionId ?? '', order.paymentNo, order.openid],
    ...['JSAPI', 'SUCCESS', 'OTHERS', 'CNY', amount, '0.00', '0', '0', '0.00', '0.00', '', '', last, ''],
    ...[fee(order.amountFen), '0.60%', amount, '0.00', ''],
  ]);
};

export const refundLine = (refund: Refund, merchant: PayMerchant, appId: string, fault?: BillFault): string => {
  const amount = yuan(refund.refundFen + (fault?.mode === 'amount' ? 1 : 0));
  return join([
    ...[time(refund.succeededMs ?? 0), appId, merchant.merchantId, '0', '', refund.transactionId, refund.paymentNo, ''],
    ...['JSAPI', 'REFUND', 'OTHERS', 'CNY', '0.00', '0.00', refund.refundId, refund.refundNo, amount, '0.00'],
    ...['ORIGINAL', 'SUCCESS', '', '', giveBack(refund.refundFen), '0.60%', '0.00', amount, ''],
  ]);
};
