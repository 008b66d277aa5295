import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ownFields, queryOf, textOf } from '../http/body';
import { requireMerchant } from './authorization';
import { dayOf, paymentLine, refundLine } from './bill';
import type { Order } from './orders';
import type { PayWorld } from './pay-world';

const OFFICIAL = 'https://api.mch.weixin.qq.com';

/** The daily trade bill: asked for, then fetched under an address that dies after half a minute. */
export const billRoutes = (app: FastifyInstance, pay: PayWorld): void => {
  app.get('/v3/bill/tradebill', async (request) => {
    requireMerchant(request, pay.platform, pay.clock);
    const day = queryOf(request).bill_date ?? '';
    const text = pay.bills.textOf(day, linesOf(day, pay));
    const token = pay.bills.keep(text);
    return {
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(text).digest('hex'),
      download_url: `${OFFICIAL}/v3/billdownload/file?token=${token}`,
    };
  });
  app.get('/v3/billdownload/file', async (request, reply) => {
    requireMerchant(request, pay.platform, pay.clock);
    return reply.type('text/plain; charset=utf-8').send(pay.bills.fetch(queryOf(request).token ?? ''));
  });
};

/** The next bills lie about a payment or a refund: for tests, and for the story of a difference. */
export const billControlRoutes = (app: FastifyInstance, pay: PayWorld): void => {
  app.post('/stand-in/pay/bill-faults', async (request, reply) => {
    const fields = ownFields(request);
    const mode = (['drop', 'amount', 'add'] as const).find((known) => known === fields?.mode);
    const number = textOf(fields?.number);
    if (!mode || !number) return reply.status(400).send({ errMsg: 'mode (drop, amount, add) and number are needed' });
    pay.bills.faults.push({ mode, number });
    return reply.status(201).send({ items: pay.bills.faults });
  });
  app.delete('/stand-in/pay/bill-faults', async (_request, reply) => {
    pay.bills.faults.length = 0;
    return reply.status(204).send();
  });
};

const linesOf = (day: string, pay: PayWorld): string[] => {
  const { merchant } = pay.platform;
  const { appId } = pay.world;
  const faultOf = (number: string) => pay.bills.faults.find((fault) => fault.number === number);
  const isThere = (number: string): boolean => faultOf(number)?.mode !== 'drop';
  const paid = pay.orders
    .all()
    .filter((order) => order.paidMs !== null && dayOf(order.paidMs) === day && isThere(order.paymentNo));
  const back = pay.refunds
    .all()
    .filter((one) => one.succeededMs !== null && dayOf(one.succeededMs) === day && isThere(one.refundNo));
  const added = pay.bills.faults.filter((fault) => fault.mode === 'add').map(({ number }) => strange(number, day));
  return [
    ...[...paid, ...added].map((order) => paymentLine(order, merchant, appId, faultOf(order.paymentNo))),
    ...back.map((refund) => refundLine(refund, merchant, appId, faultOf(refund.refundNo))),
  ];
};

/** A payment of 1 yuan that the merchant never asked for. */
const strange = (paymentNo: string, day: string): Order => ({
  paymentNo,
  description: '不认识的订单',
  amountFen: 100,
  openid: '',
  notifyUrl: '',
  expiresMs: null,
  request: '',
  state: 'SUCCESS',
  transactionId: '42000',
  paidMs: Date.parse(`${day}T04:00:00Z`),
  refundedFen: 0,
});
