import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Fields, queryOf, textOf } from '../http/body';
import { PayError } from '../http/pay-error';
import { requireMerchant } from './authorization';
import type { OrderFields } from './orders';
import type { PayWorld } from './pay-world';
import { needFen, needObject, needText, payFields } from './wire';

const KNOWN = [
  'appid',
  'mchid',
  'description',
  'out_trade_no',
  'time_expire',
  'attach',
  'notify_url',
  'goods_tag',
  'support_fapiao',
  'amount',
  'payer',
  'detail',
  'scene_info',
  'settle_info',
];

/** Prepay, query and close of JSAPI orders. */
export const transactionRoutes = (app: FastifyInstance, pay: PayWorld): void => {
  const { clock } = pay;
  const numberOf = (request: FastifyRequest): string => (request.params as { paymentNo: string }).paymentNo;
  const found = (request: FastifyRequest) => {
    const order = pay.orders.find(numberOf(request));
    if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在');
    return order;
  };

  app.post('/v3/pay/transactions/jsapi', async (request) => {
    requireMerchant(request, pay.platform, clock);
    return { prepay_id: pay.orders.prepay(orderOf(payFields(request, KNOWN), request, pay)) };
  });

  app.get('/v3/pay/transactions/out-trade-no/:paymentNo', async (request) => {
    requireMerchant(request, pay.platform, clock);
    requireSameMerchant(queryOf(request).mchid, pay);
    return pay.transaction(found(request));
  });

  app.post('/v3/pay/transactions/out-trade-no/:paymentNo/close', async (request, reply) => {
    requireMerchant(request, pay.platform, clock);
    requireSameMerchant(textOf(payFields(request, ['mchid']).mchid), pay);
    pay.orders.close(numberOf(request));
    return reply.status(204).send();
  });
};

const requireSameMerchant = (merchantId: string | undefined, pay: PayWorld): void => {
  if (merchantId !== pay.platform.merchant.merchantId)
    throw new PayError(400, 'PARAM_ERROR', 'http header中的mchid与post payload中的mchid不匹配');
};

const orderOf = (fields: Fields, request: FastifyRequest, pay: PayWorld): OrderFields => {
  requireSameMerchant(textOf(fields.mchid), pay);
  if (fields.appid !== pay.world.appId) throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配');
  const openid = textOf(needObject(fields, 'payer').openid);
  if (!openid || !pay.world.people.byOpenid(openid)) throw new PayError(400, 'PARAM_ERROR', '无效的openid');
  const notifyUrl = needText(fields, 'notify_url', /^https?:\/\/[^?#\s]{1,248}$/);
  const expiry = textOf(fields.time_expire);
  const expiresMs = expiry === undefined ? null : Date.parse(expiry);
  if (expiresMs !== null && Number.isNaN(expiresMs)) throw new PayError(400, 'PARAM_ERROR', 'time_expire 格式有误');
  return {
    paymentNo: needText(fields, 'out_trade_no', /^[0-9A-Za-z_\-|*]{6,32}$/),
    description: needText(fields, 'description', /^[\s\S]{1,127}$/),
    amountFen: needFen(needObject(fields, 'amount'), 'total'),
    openid,
    notifyUrl,
    expiresMs,
    request: String(request.body),
  };
};
