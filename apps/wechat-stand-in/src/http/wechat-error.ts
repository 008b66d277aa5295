import { randomBytes } from 'node:crypto';

/** WeChat's texts for the codes that the stand-in can answer. */
const TEXTS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'bad scene value',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43302: 'require POST method',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  48001: 'api unauthorized',
  61010: 'user access record timeout',
  87014: 'risky content',
};

/** An answer of WeChat that is an error: HTTP 200 with a code in the body. */
export class WechatError extends Error {
  constructor(readonly errcode: number) {
    super(TEXTS[errcode] ?? 'unknown error');
  }

  body(nowMs: number): { errcode: number; errmsg: string } {
    return { errcode: this.errcode, errmsg: `${this.message} rid: ${requestId(nowMs)}` };
  }
}

/** 6571396a-7970e3f9-1a07ebbf: the second, then two random parts. */
const requestId = (nowMs: number): string =>
  [
    Math.floor(nowMs / 1000)
      .toString(16)
      .padStart(8, '0'),
    randomBytes(4).toString('hex'),
    randomBytes(4).toString('hex'),
  ].join('-');
