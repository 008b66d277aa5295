import type { FastifyInstance } from 'fastify';
import { textOf, wechatFields } from '../http/body';
import { WechatError } from '../http/wechat-error';
import type { Person } from '../world/people';
import type { World } from '../world/world';
import { postOnly, requireToken } from './guard';

export const phoneRoutes = (app: FastifyInstance, world: World): void => {
  postOnly(app, '/wxa/business/getuserphonenumber', 43002, async (request) => {
    requireToken(request, world);
    const fields = wechatFields(request);
    const code = textOf(fields.code);
    if (!code) throw new WechatError(41008);
    const person = personOf(code, textOf(fields.openid), world);
    return { errcode: 0, errmsg: 'ok', phone_info: phoneInfo(person, world) };
  });
};

const personOf = (code: string, openid: string | undefined, world: World): Person => {
  const redeemed = world.codes.look('phone', code);
  const person = redeemed.ok ? world.people.byPersonId(redeemed.personId) : undefined;
  // A used phone code is simply an invalid one: 40163 belongs to log-in codes.
  if (!person) throw new WechatError(40029);
  if (openid !== undefined && openid !== person.openid) throw new WechatError(40003);
  world.codes.redeem('phone', code);
  return person;
};

const phoneInfo = (person: Person, world: World) => ({
  phoneNumber: person.phone,
  purePhoneNumber: person.phone,
  // A number where the documents say text: WeChat's own samples do this, and a caller must bear it.
  countryCode: 86,
  watermark: { timestamp: Math.floor(world.clock.nowMs() / 1000), appid: world.appId },
});
