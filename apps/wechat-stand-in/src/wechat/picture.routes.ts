import type { FastifyInstance } from 'fastify';
import { type Fields, wechatFields } from '../http/body';
import { WechatError } from '../http/wechat-error';
import type { World } from '../world/world';
import { postOnly, requireToken } from './guard';
import { drawCode, type PictureStyle } from './picture';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const ENVIRONMENTS = ['release', 'trial', 'develop'];

export const picturesRoutes = (app: FastifyInstance, world: World): void => {
  postOnly(app, '/wxa/getwxacodeunlimit', 43002, async (request, reply) => {
    requireToken(request, world);
    const fields = wechatFields(request);
    const scene = sceneOf(fields);
    const page = pageOf(fields, world);
    const style = styleOf(fields);
    if (!world.rates.picture.allows('all')) throw new WechatError(45009);
    // WeChat sends image/jpeg; the stand-in draws PNG and says so. Callers may rely on `image/` only.
    return reply
      .type('image/png')
      .send(drawCode(`weixin-stand-in://${page}?scene=${encodeURIComponent(scene)}`, style));
  });
};

const sceneOf = (fields: Fields): string => {
  const scene = fields.scene;
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new WechatError(40169);
  return scene;
};

const pageOf = (fields: Fields, world: World): string => {
  const page = fields.page ?? 'pages/index/index';
  if (typeof page !== 'string' || page === '' || page.startsWith('/') || page.includes('?'))
    throw new WechatError(41030);
  const mustExist = fields.check_path !== false;
  if (mustExist && world.releasedPages && !world.releasedPages.includes(page)) throw new WechatError(41030);
  return page;
};

const styleOf = (fields: Fields): PictureStyle => {
  const width = fields.width ?? 430;
  if (typeof width !== 'number' || !Number.isInteger(width) || width < 280 || width > 1280)
    throw new WechatError(40097);
  if (fields.env_version !== undefined && !ENVIRONMENTS.includes(String(fields.env_version)))
    throw new WechatError(40097);
  const line = (fields.line_color ?? {}) as Readonly<Record<string, unknown>>;
  const shade = (value: unknown): number => Math.min(255, Math.max(0, Math.trunc(Number(value ?? 0)) || 0));
  return {
    widthPx: width,
    colour: { r: shade(line.r), g: shade(line.g), b: shade(line.b) },
    transparent: fields.is_hyaline === true,
  };
};
