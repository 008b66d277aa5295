import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type Fields, textOf, wechatFields } from '../http/body';
import { WechatError } from '../http/wechat-error';
import type { World } from '../world/world';
import { postOnly, requireToken } from './guard';
import { type Keyword, NORMAL_LABEL, worstIn } from './keywords';

const LONGEST = 2500;

export const textCheckRoutes = (app: FastifyInstance, world: World): void => {
  postOnly(app, '/wxa/msg_sec_check', 43302, async (request) => {
    requireToken(request, world);
    const fields = wechatFields(request);
    const content = textOf(fields.content);
    if (!content) throw new WechatError(44002);
    if (content.length > LONGEST) throw new WechatError(45002);
    if (Number(fields.version) !== 2) return firstVersion(content);
    requireVisitor(fields, world);
    if (!world.rates.text.allows('all')) throw new WechatError(45009);
    return secondVersion(
      worstIn([content, fields.nickname, fields.title, fields.signature].filter(Boolean).join('\n')),
    );
  });
};

/** Before version 2 a hit was an error code. */
const firstVersion = (content: string) => {
  if (worstIn(content)?.suggest === 'risky') throw new WechatError(87014);
  return { errcode: 0, errmsg: 'ok' };
};

const requireVisitor = (fields: Fields, world: World): void => {
  if (![1, 2, 3, 4].includes(Number(fields.scene))) throw new WechatError(40129);
  const openid = textOf(fields.openid);
  if (!openid || !world.people.byOpenid(openid)) throw new WechatError(40003);
  if (!world.visits.isRecent(openid)) throw new WechatError(61010);
};

/** A hit is errcode 0 with a suggestion. */
const secondVersion = (hit: Keyword | null) => {
  const suggest = hit?.suggest ?? 'pass';
  const label = hit?.label ?? NORMAL_LABEL;
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: hit ? 90 : 99 };
  const keyword = hit ? [{ strategy: 'keyword', errcode: 0, suggest, label, level: 20, keyword: hit.word }] : [];
  const traceId = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-');
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: [model, ...keyword], trace_id: traceId };
};
