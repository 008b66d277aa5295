import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Fields, ownFields, queryOf, textOf } from '../http/body';
import type { Order } from './orders';
import type { PayWorld } from './pay-world';
import { sheetPage } from './sheet-page';

/** What WeChat's app does on a phone when wx.requestPayment is called: shows the sheet, takes the money or not. */
export const sheetRoutes = (app: FastifyInstance, pay: PayWorld): void => {
  app.get('/stand-in/pay', async (request, reply) => {
    const asked = askedOf(queryOf(request), pay);
    const body = typeof asked === 'string' ? sheetPage({ why: asked }) : sheetPage({ order: asked });
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(body);
  });
  /** `{errMsg: 'requestPayment:ok'}` and the notification leaves; the client's word proves nothing, as with WeChat. */
  app.post('/stand-in/pay/approve', async (request, reply) => {
    const asked = askedOf(ownFields(request) ?? {}, pay);
    if (typeof asked === 'string') return failed(reply, asked);
    if (!pay.orders.pay(asked)) return failed(reply, '该订单已支付或已关闭');
    pay.tellPaid(asked);
    return { errMsg: 'requestPayment:ok' };
  });
  app.post('/stand-in/pay/cancel', async () => ({ errMsg: 'requestPayment:fail cancel' }));
};

const failed = (reply: FastifyReply, why: string) => reply.status(400).send({ errMsg: `requestPayment:fail (${why})` });

/** The order behind the client's parameters, or why the sheet does not open. */
const askedOf = (given: Fields, pay: PayWorld): Order | string => {
  const { timeStamp, nonceStr, package: packed, signType, paySign } = given;
  const fields = [pay.world.appId, timeStamp, nonceStr, packed];
  if (!fields.every((field) => typeof field === 'string') || typeof paySign !== 'string' || signType !== 'RSA')
    return '缺少参数';
  if (!pay.platform.isMerchants(`${fields.join('\n')}\n`, paySign)) return '支付验证签名失败';
  const order = pay.orders.byPrepay(String(packed).replace(/^prepay_id=/, ''));
  if (!order) return '预支付已过期';
  const person = pay.world.people.byPersonId(textOf(given.personId) ?? '');
  if (person?.openid !== order.openid) return '下单账号与支付账号不一致';
  return order.state === 'NOTPAY' ? order : '该订单已支付或已关闭';
};
