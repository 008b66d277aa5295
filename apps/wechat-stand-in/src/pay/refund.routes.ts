import type { FastifyInstance } from 'fastify';
import { textOf } from '../http/body';
import { PayError } from '../http/pay-error';
import { requireMerchant } from './authorization';
import type { PayWorld } from './pay-world';
import { needFen, needObject, needText, payFields, refundAnswerOf } from './wire';

const KNOWN = [
  'transaction_id',
  'out_trade_no',
  'out_refund_no',
  'reason',
  'notify_url',
  'funds_account',
  'amount',
  'goods_detail',
];

/** Refund and refund query. */
export const refundRoutes = (app: FastifyInstance, pay: PayWorld): void => {
  const { clock } = pay;

  app.post('/v3/refund/domestic/refunds', async (request) => {
    requireMerchant(request, pay.platform, clock);
    const fields = payFields(request, KNOWN);
    const amount = needObject(fields, 'amount');
    const order = pay.orders.find(needText(fields, 'out_trade_no', /^[0-9A-Za-z_\-|*]{6,32}$/));
    if (!order) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在');
    const { refund, isNew } = pay.refunds.take(order, {
      refundNo: needText(fields, 'out_refund_no', /^[0-9A-Za-z_\-|*@]{1,64}$/),
      refundFen: needFen(amount, 'refund'),
      totalFen: needFen(amount, 'total'),
      notifyUrl: textOf(fields.notify_url) ?? null,
      request: String(request.body),
    });
    if (isNew) pay.runRefund(refund, order);
    return refundAnswerOf(refund);
  });

  app.get('/v3/refund/domestic/refunds/:refundNo', async (request) => {
    requireMerchant(request, pay.platform, clock);
    const refund = pay.refunds.find((request.params as { refundNo: string }).refundNo);
    if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
    return refundAnswerOf(refund);
  });
};
