import type { FastifyInstance } from 'fastify';
import { queryOf, textOf, wechatFields } from '../http/body';
import { WechatError } from '../http/wechat-error';
import type { Grant } from '../world/tokens';
import type { World } from '../world/world';
import { postOnly, requireApp } from './guard';

export const tokenRoutes = (app: FastifyInstance, world: World): void => {
  app.get('/cgi-bin/token', async (request) => {
    const query = queryOf(request);
    if (query.grant_type !== 'client_credential') throw new WechatError(40002);
    requireApp(query.appid, query.secret, world);
    return answerOf(world.tokens.grantPlain());
  });

  postOnly(app, '/cgi-bin/stable_token', 43002, async (request) => {
    const fields = wechatFields(request);
    if (fields.grant_type !== 'client_credential') throw new WechatError(40002);
    requireApp(textOf(fields.appid), textOf(fields.secret), world);
    const grant = fields.force_refresh === true ? world.tokens.forceStable() : world.tokens.grantStable();
    if (!grant) throw new WechatError(45009);
    return answerOf(grant);
  });
};

const answerOf = (grant: Grant) => ({ access_token: grant.token, expires_in: grant.expiresInSeconds });
