import type { FastifyInstance, FastifyRequest } from 'fastify';
import { WechatError } from './wechat-error';

export type Fields = Readonly<Record<string, unknown>>;

/** Bodies arrive as text whatever their Content-Type says: WeChat reads JSON and does not look at the header. */
export const readBodiesAsText = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
};

/** The JSON object of a WeChat call, with WeChat's own errors for an empty or broken one. */
export const wechatFields = (request: FastifyRequest): Fields => {
  const text = typeof request.body === 'string' ? request.body : '';
  if (text.trim() === '') throw new WechatError(44002);
  const fields = parseObject(text);
  if (!fields) throw new WechatError(47001);
  return fields;
};

/** The JSON object of a call to the stand-in's own interface; null when it is none. An empty body is an empty object. */
export const ownFields = (request: FastifyRequest): Fields | null => {
  const text = typeof request.body === 'string' ? request.body : '';
  return text.trim() === '' ? {} : parseObject(text);
};

export const queryOf = (request: FastifyRequest): Readonly<Record<string, string | undefined>> =>
  request.query as Record<string, string | undefined>;

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const parseObject = (text: string): Fields | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
};
