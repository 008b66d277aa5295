import type { FastifyRequest } from 'fastify';
import { PayError } from '../http/pay-error';
import type { MovableClock } from '../world/clock';
import type { Platform } from './platform';

const SCHEME = 'WECHATPAY2-SHA256-RSA2048 ';
const WINDOW_SECONDS = 300;

/** Lets a signed request of the merchant pass, as WeChat Pay does: text, time, serial and signature of the five lines. */
export const requireMerchant = (request: FastifyRequest, platform: Platform, clock: MovableClock): void => {
  const { merchant } = platform;
  if (!request.headers['user-agent']) throw new PayError(403, 'NO_AUTH', '缺少 User-Agent');
  const given = partsOf(request.headers.authorization ?? '');
  const { mchid, nonce_str: nonce, timestamp, serial_no: serial, signature } = given;
  if (!mchid || !nonce || !timestamp || !serial || !signature)
    throw new PayError(401, 'SIGN_ERROR', 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》');
  if (Math.abs(clock.nowMs() / 1000 - Number(timestamp)) > WINDOW_SECONDS)
    throw new PayError(401, 'SIGN_ERROR', 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  if (mchid !== merchant.merchantId || serial.toUpperCase() !== merchant.merchantSerial.toUpperCase())
    throw new PayError(401, 'SIGN_ERROR', '商户证书序列号有误。请使用签名私钥匹配的证书序列号');
  const named = request.headers['wechatpay-serial'];
  if (merchant.publicKeyId && named !== merchant.publicKeyId)
    throw new PayError(400, 'PARAM_ERROR', 'Wechatpay-Serial 与商户的微信支付公钥ID不符');
  const body = typeof request.body === 'string' ? request.body : '';
  const text = `${request.method}\n${request.url}\n${timestamp}\n${nonce}\n${body}\n`;
  if (!platform.isMerchants(text, signature)) throw signError(request, text);
};

const partsOf = (authorization: string): Readonly<Record<string, string | undefined>> => {
  if (!authorization.startsWith(SCHEME)) return {};
  const pairs = [...authorization.slice(SCHEME.length).matchAll(/(\w+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
};

/** The shape that WeChat answers: its own view of what was signed, cut off. */
const signError = (request: FastifyRequest, text: string): PayError =>
  new PayError(401, 'SIGN_ERROR', '签名错误,请检查后再试', {
    field: 'signature',
    location: 'authorization',
    detail: { issue: 'sign not match' },
    sign_information: {
      method: request.method,
      url: request.url,
      sign_message_length: Buffer.byteLength(text),
      truncated_sign_message: text.slice(0, 120),
    },
  });
