import type { FastifyInstance } from 'fastify';
import { PayError } from '../http/pay-error';
import { billControlRoutes, billRoutes } from './bill.routes';
import { certificateRoutes } from './certificate.routes';
import { payControlRoutes } from './control.routes';
import { FLAWS } from './pay-faults';
import type { PayWorld } from './pay-world';
import type { SignatureFlaw } from './platform';
import { refundRoutes } from './refund.routes';
import { sheetRoutes } from './sheet.routes';
import { transactionRoutes } from './transaction.routes';

/** WeChat Pay's interface, with its own errors and its signature under every good answer. */
export const payRoutes = (app: FastifyInstance, pay: PayWorld): void => {
  void app.register(async (signed) => {
    signed.setErrorHandler(async (error, request, reply) => {
      const known = error instanceof PayError ? error : new PayError(500, 'SYSTEM_ERROR', '系统异常，请稍后重试');
      if (request.call) request.call.errcode = known.status;
      return reply.status(known.status).header('request-id', requestId()).send(known.body());
    });
    signed.addHook('onSend', async (request, reply, payload) => {
      // The file of a bill is the one good answer that WeChat does not sign.
      if (request.url.startsWith('/v3/billdownload/')) return payload;
      if (reply.statusCode < 200 || reply.statusCode >= 300) return payload;
      const mode = pay.faults.take('answer')?.mode;
      const flaw = FLAWS.find((known): known is SignatureFlaw => known === mode);
      const body = Buffer.isBuffer(payload) ? payload.toString('utf8') : typeof payload === 'string' ? payload : '';
      reply.headers({ 'request-id': requestId(), ...pay.platform.signatureHeaders(body, flaw) });
      return payload;
    });
    for (const routes of [transactionRoutes, refundRoutes, certificateRoutes, billRoutes]) routes(signed, pay);
  });
  sheetRoutes(app, pay);
  payControlRoutes(app, pay);
  billControlRoutes(app, pay);
};

const requestId = (): string => `0895${Math.floor(process.hrtime()[1])}-0`;
