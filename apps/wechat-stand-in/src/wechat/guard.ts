import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { queryOf } from '../http/body';
import { WechatError } from '../http/wechat-error';
import type { World } from '../world/world';

/** A call with an access token in its query: the token is judged before anything else. */
export const requireToken = (request: FastifyRequest, world: World): void => {
  const fault = world.tokens.fault(queryOf(request).access_token);
  if (fault !== null) throw new WechatError(fault);
};

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** A POST-only path: WeChat answers a GET with a code of its own, not with HTTP 405. */
export const postOnly = (app: FastifyInstance, path: string, wrongMethod: 43002 | 43302, answer: Answer): void => {
  app.post(path, answer);
  app.get(path, async () => {
    throw new WechatError(wrongMethod);
  });
};

export const requireApp = (appId: string | undefined, secret: string | undefined, world: World): void => {
  if (!appId) throw new WechatError(41002);
  if (!secret) throw new WechatError(41004);
  if (appId !== world.appId) throw new WechatError(40013);
  if (secret !== world.appSecret) throw new WechatError(40125);
};
