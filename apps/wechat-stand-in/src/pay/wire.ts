import type { FastifyRequest } from 'fastify';
import { type Fields, textOf } from '../http/body';
import { PayError } from '../http/pay-error';
import type { PayMerchant } from '../world/pay-options';
import type { Order } from './orders';
import type { Refund } from './refunds';

const STATE_TEXTS = { NOTPAY: '订单未支付', SUCCESS: '支付成功', REFUND: '转入退款', CLOSED: '订单已关闭' } as const;

/** 2018-06-08T10:34:56+08:00 */
export const timeText = (ms: number): string => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** An order as the answer to a query and the inside of a notification show it. */
export const transactionOf = (order: Order, merchant: PayMerchant, appId: string): Fields => {
  const paid = order.state === 'SUCCESS' || order.state === 'REFUND';
  return {
    appid: appId,
    mchid: merchant.merchantId,
    out_trade_no: order.paymentNo,
    trade_state: order.state,
    trade_state_desc: STATE_TEXTS[order.state],
    payer: { openid: order.openid },
    amount: {
      total: order.amountFen,
      currency: 'CNY',
      ...(paid ? { payer_total: order.amountFen, payer_currency: 'CNY' } : {}),
    },
    ...(paid
      ? {
          transaction_id: order.transactionId,
          trade_type: 'JSAPI',
          bank_type: 'OTHERS',
          attach: '',
          success_time: timeText(order.paidMs ?? 0),
        }
      : {}),
  };
};

const amountOf = (refund: Refund): Fields => ({
  total: refund.totalFen,
  refund: refund.refundFen,
  payer_total: refund.totalFen,
  payer_refund: refund.refundFen,
});

const numbersOf = (refund: Refund): Fields => ({
  refund_id: refund.refundId,
  out_refund_no: refund.refundNo,
  transaction_id: refund.transactionId,
  out_trade_no: refund.paymentNo,
  user_received_account: '支付用户零钱',
  ...(refund.succeededMs === null ? {} : { success_time: timeText(refund.succeededMs) }),
});

/** A refund as an answer shows it. */
export const refundAnswerOf = (refund: Refund): Fields => ({
  ...numbersOf(refund),
  channel: 'ORIGINAL',
  create_time: timeText(refund.createdMs),
  status: refund.status,
  funds_account: 'AVAILABLE',
  amount: {
    ...amountOf(refund),
    from: [],
    settlement_refund: refund.refundFen,
    settlement_total: refund.totalFen,
    discount_refund: 0,
    currency: 'CNY',
  },
});

/** A refund as the inside of a notification shows it: other names for the same. */
export const refundNoticeOf = (refund: Refund, merchant: PayMerchant): Fields => ({
  mchid: merchant.merchantId,
  ...numbersOf(refund),
  refund_status: refund.status,
  amount: amountOf(refund),
});

/** The JSON object of a request, with WeChat Pay's own error for anything else and for fields that it does not know. */
export const payFields = (request: FastifyRequest, known: readonly string[]): Fields => {
  const fields = parsed(request);
  const extra = Object.keys(fields).find((name) => !known.includes(name));
  if (extra) throw new PayError(400, 'PARAM_ERROR', `参数中含有非法的额外参数: ${extra}`);
  return fields;
};

const parsed = (request: FastifyRequest): Fields => {
  try {
    const value: unknown = JSON.parse(typeof request.body === 'string' ? request.body : '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // Answered below.
  }
  throw new PayError(400, 'PARAM_ERROR', '请求体不是合法的 JSON');
};

export const needText = (fields: Fields, name: string, form: RegExp): string => {
  const value = textOf(fields[name]);
  if (value === undefined || !form.test(value)) throw new PayError(400, 'PARAM_ERROR', `输入源“/body/${name}”有误`);
  return value;
};

/** Whole fen from 1. */
export const needFen = (fields: Fields, name: string): number => {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw new PayError(400, 'PARAM_ERROR', `输入源“/body/amount/${name}”应为大于 0 的整数`);
  return value;
};

export const needObject = (fields: Fields, name: string): Fields => {
  const value = fields[name];
  if (typeof value !== 'object' || value === null) throw new PayError(400, 'PARAM_ERROR', `缺少参数 ${name}`);
  return value as Fields;
};
