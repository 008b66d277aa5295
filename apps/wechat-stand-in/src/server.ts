import { type FastifyInstance, fastify } from 'fastify';
import { clientRoutes } from './client/client.routes';
import { controlRoutes } from './control/control.routes';
import { readBodiesAsText } from './http/body';
import { allowEveryOrigin } from './http/cors';
import { installFaults } from './http/fault-hook';
import { WechatError } from './http/wechat-error';
import { payRoutes } from './pay/pay.routes';
import { PayWorld } from './pay/pay-world';
import { phoneRoutes } from './wechat/phone.routes';
import { picturesRoutes } from './wechat/picture.routes';
import { sessionRoutes } from './wechat/session.routes';
import { textCheckRoutes } from './wechat/text-check.routes';
import { tokenRoutes } from './wechat/token.routes';
import type { StandInOptions } from './world/options';
import { createWorld, type World } from './world/world';

export interface StandIn {
  readonly app: FastifyInstance;
  readonly world: World;
  /** Null where the options name no merchant. */
  readonly pay: PayWorld | null;
}

/** The whole server, not yet listening. */
export const createStandIn = (options: StandInOptions): StandIn => {
  const world = createWorld(options);
  const app = fastify({ logger: false, bodyLimit: 1024 * 1024, forceCloseConnections: true });
  readBodiesAsText(app);
  allowEveryOrigin(app);
  installFaults(app, world);
  answerErrors(app, world);
  for (const routes of [tokenRoutes, sessionRoutes, phoneRoutes, picturesRoutes, textCheckRoutes]) routes(app, world);
  clientRoutes(app, world);
  const pay = options.pay ? new PayWorld(world, options.pay) : null;
  if (pay) openPay(app, world, pay);
  controlRoutes(app, world);
  app.get('/healthz', async () => ({ status: 'ok' }));
  return { app, world, pay };
};

const openPay = (app: FastifyInstance, world: World, pay: PayWorld): void => {
  payRoutes(app, pay);
  world.onReset(() => pay.reset());
  app.addHook('onClose', async () => pay.reset());
};

const answerErrors = (app: FastifyInstance, world: World): void => {
  app.setErrorHandler(async (error, request, reply) => {
    const known = error instanceof WechatError ? error : null;
    if (known && request.call) request.call.errcode = known.errcode;
    if (known) return reply.status(200).send(known.body(world.clock.nowMs()));
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    // The message may hold what the caller sent: it stays out of both the answer and the output.
    if (status >= 500)
      process.stderr.write(`stand-in: ${(error as Error).stack?.split('\n')[1]?.trim() ?? 'failure'}\n`);
    return reply.status(status).send({ errMsg: status < 500 ? 'bad request' : 'the stand-in failed' });
  });
  app.addHook('onSend', async (request) => {
    if (request.call && request.call.errcode === null) request.call.errcode = 0;
  });
};
