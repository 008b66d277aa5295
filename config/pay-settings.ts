import type { PayOptions } from '@fanloop/wechat';
import type { Env } from './env';

const OFFICIAL = 'https://api.mch.weixin.qq.com';
/** Each of them, or none at all. */
const NEEDED = [
  'WECHAT_PAY_MERCHANT_ID',
  'WECHAT_PAY_MERCHANT_SERIAL',
  'WECHAT_PAY_MERCHANT_KEY',
  'WECHAT_PAY_API_V3_KEY',
  'WECHAT_PAY_NOTIFY_URL',
] as const;

/** A PEM in an environment file stands on one line. */
const pem = (text: string): string => text.replaceAll('\\n', '\n');

/** The merchant of the deployment; null where there is none. Throws for half a merchant: better now than at the first payment. */
export const payOptionsOf = (env: Env): PayOptions | null => {
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length === NEEDED.length) return null;
  if (missing.length > 0) throw new Error(`WeChat Pay is half set up, these are missing: ${missing.join(', ')}`);
  const { WECHAT_PAY_PUBLIC_KEY_ID: id, WECHAT_PAY_PUBLIC_KEY: key } = env;
  if (Boolean(id) !== Boolean(key))
    throw new Error('WECHAT_PAY_PUBLIC_KEY_ID and WECHAT_PAY_PUBLIC_KEY belong together: set both or neither');
  return {
    appId: env.WECHAT_APP_ID,
    merchantId: env.WECHAT_PAY_MERCHANT_ID!,
    merchantSerial: env.WECHAT_PAY_MERCHANT_SERIAL!,
    merchantKeyPem: pem(env.WECHAT_PAY_MERCHANT_KEY!),
    apiV3Key: env.WECHAT_PAY_API_V3_KEY!,
    publicKey: id && key ? { id, pem: pem(key) } : null,
    baseUrl: env.WECHAT_PAY_BASE_URL || OFFICIAL,
  };
};

export const notifyBaseUrlOf = (env: Env): string => env.WECHAT_PAY_NOTIFY_URL ?? '';
