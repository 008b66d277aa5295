import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest, LightMyRequestResponse } from 'fastify';
import type { Call } from '../world/calls';
import type { Fault } from '../world/faults';
import type { World } from '../world/world';
import { PayError } from './pay-error';
import { WechatError } from './wechat-error';

declare module 'fastify' {
  interface FastifyRequest {
    call: Call | null;
  }
}

const WECHAT_PATHS = /^\/(cgi-bin|sns|wxa|v3)\//;
export const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? request.url;

/** Logs every call of the WeChat interface and plays the fault that was asked for. */
export const installFaults = (app: FastifyInstance, world: World): void => {
  // Only this process knows the mark, so that no caller can step around a fault.
  const mark = randomBytes(16).toString('hex');
  app.decorateRequest('call', null);
  app.addHook('preHandler', async (request, reply) => {
    const path = pathOf(request);
    if (!WECHAT_PATHS.test(path) || request.headers['x-inner'] === mark) return;
    request.call = world.calls.begin(request.method, path, world.clock.nowMs());
    const fault = world.faults.take(path);
    if (!fault) return;
    request.call.fault = fault.mode;
    await play(fault, request, reply, () => workOnce(app, request, mark));
  });
};

type Work = () => Promise<LightMyRequestResponse>;

const play = async (fault: Fault, request: FastifyRequest, reply: FastifyReply, work: Work): Promise<void> => {
  if (fault.mode === 'delay' && fault.late) return answerLate(fault, reply, work);
  if (fault.delayMs > 0) await wait(fault.delayMs);
  if (fault.mode === 'repeat') await work();
  if (fault.mode === 'drop') await dropAfter(work, request, reply);
  if (fault.mode !== 'fail') return;
  if (fault.code !== null) throw new PayError(fault.httpStatus ?? 400, fault.code, 'as it was asked for');
  if (fault.httpStatus === null) throw new WechatError(fault.errcode);
  await reply.status(fault.httpStatus).type('text/html').send('<html><body><h1>Bad Gateway</h1></body></html>');
};

/** The work at once, its answer only after the wait: what the caller then learns may be out of date. */
const answerLate = async (fault: Fault, reply: FastifyReply, work: Work): Promise<void> => {
  const answer = await work();
  await wait(fault.delayMs);
  await reply.status(answer.statusCode).type(String(answer.headers['content-type'])).send(answer.rawPayload);
};

const dropAfter = async (work: Work, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  await work();
  reply.hijack();
  request.raw.socket.destroy();
};

/** The same request once more, with all its effects, beside the log. */
const workOnce = (app: FastifyInstance, request: FastifyRequest, mark: string): Promise<LightMyRequestResponse> =>
  app.inject({
    method: request.method as 'GET' | 'POST',
    url: request.url,
    // WeChat Pay reads who signed the request out of its headers.
    headers: { ...signatureOf(request), 'content-type': 'application/json', 'x-inner': mark },
    ...(typeof request.body === 'string' ? { payload: request.body } : {}),
  });

const signatureOf = ({ headers }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    ['authorization', 'wechatpay-serial', 'user-agent'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
