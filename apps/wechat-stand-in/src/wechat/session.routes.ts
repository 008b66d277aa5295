import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { queryOf } from '../http/body';
import { WechatError } from '../http/wechat-error';
import type { World } from '../world/world';
import { requireApp } from './guard';

const GRANT = 'authorization_code';

export const sessionRoutes = (app: FastifyInstance, world: World): void => {
  const answer = async (request: FastifyRequest) => {
    const query = queryOf(request);
    requireApp(query.appid, query.secret, world);
    if (!query.js_code) throw new WechatError(41008);
    if (query.grant_type !== GRANT) throw new WechatError(40002);
    return codeToSession(query.js_code, world);
  };
  app.get('/sns/jscode2session', answer);
  // A POST is read like a GET: its body is ignored, so that a caller who put the fields there hears "appid missing".
  app.post('/sns/jscode2session', answer);
};

const codeToSession = (code: string, world: World) => {
  const redeemed = world.codes.look('login', code);
  if (!redeemed.ok) throw new WechatError(redeemed.why === 'used' ? 40163 : 40029);
  const person = world.people.byPersonId(redeemed.personId);
  if (!person) throw new WechatError(40029);
  if (!world.rates.login.allows(person.openid)) throw new WechatError(45011);
  world.codes.redeem('login', code);
  world.visits.note(person.openid);
  // A new log-in rotates the session key; the success body carries no errcode.
  return { openid: person.openid, session_key: randomBytes(16).toString('base64'), unionid: person.unionid };
};
