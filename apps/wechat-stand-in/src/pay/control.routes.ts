import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Fields, ownFields, textOf } from '../http/body';
import { MODES, type PayFault } from './pay-faults';
import type { PayWorld } from './pay-world';

/** What tests and the tour use: make WeChat Pay misbehave, and look at what it did. */
export const payControlRoutes = (app: FastifyInstance, pay: PayWorld): void => {
  app.post('/stand-in/pay/faults', async (request, reply) => {
    const fault = faultOf(ownFields(request));
    if (!fault) return refuse(reply, 'on (notification, answer, refund) and one of its modes are needed');
    pay.faults.add(fault);
    return reply.status(201).send({ items: pay.faults.list() });
  });
  app.delete('/stand-in/pay/faults', async (_request, reply) => {
    pay.faults.reset();
    return reply.status(204).send();
  });
  app.get('/stand-in/pay/orders', async () => ({ items: pay.orders.all().map(({ request: _, ...order }) => order) }));
  app.get('/stand-in/pay/refunds', async () => ({ items: pay.refunds.all().map(({ request: _, ...one }) => one) }));
  app.get('/stand-in/pay/notifications', async () => ({ items: pay.notifier.list() }));
  app.post('/stand-in/pay/notifications/:id/send', async (request, reply) => {
    const status = await pay.notifier.again((request.params as { id: string }).id);
    return status === null ? refuse(reply, 'no such notification') : reply.send({ status });
  });
  /** The money of a closed order comes in after all. */
  app.post('/stand-in/pay/late', async (request, reply) => {
    const order = pay.orders.find(textOf(ownFields(request)?.paymentNo) ?? '');
    if (order?.state !== 'CLOSED') return refuse(reply, 'paymentNo of a closed order is needed');
    pay.orders.payLate(order);
    pay.tellPaid(order);
    return reply.status(204).send();
  });
};

const faultOf = (fields: Fields | null): PayFault | null => {
  const on = (['notification', 'answer', 'refund'] as const).find((place) => place === fields?.on);
  const mode = textOf(fields?.mode);
  if (!on || !mode || !MODES[on].includes(mode)) return null;
  const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
  return { on, mode, delayMs: number(fields?.delayMs, 1000), timesLeft: number(fields?.times, 1) };
};

const refuse = (reply: FastifyReply, errMsg: string) => reply.status(400).send({ errMsg });
