import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { PayStandInOptions } from '../../apps/wechat-stand-in/src/world/pay-options';
import type { PayOptions } from '../../libs/wechat/src/pay/pay-options';

const pemOf = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

export type PayMode = 'public-key' | 'certificate';

export interface PayPair {
  /** For the stand-in, which plays the platform. */
  readonly standIn: PayStandInOptions;
  /** For the product; `baseUrl` is the stand-in's. */
  product(baseUrl: string): PayOptions;
  /** The same as settings of a deployment. */
  env(baseUrl: string, notifyUrl: string): Record<string, string>;
}

let made: { readonly merchant: string; readonly platform: string } | null = null;

/** The keys of a merchant and of the platform, made once per process: neither side's are kept in the repository. */
export const payPair = (
  appId: string,
  mode: PayMode = 'public-key',
  more: Partial<PayStandInOptions> = {},
): PayPair => {
  made ??= { merchant: pemOf(), platform: pemOf() };
  const { merchant, platform } = made;
  const publicKeyId = mode === 'public-key' ? 'PUB_KEY_ID_0116000000002026061500000000' : null;
  const shared = {
    merchantId: '1900000109',
    merchantSerial: '7777A5D3B3C7E5F1A2B4C6D8E0F1A2B3C4D5E6F7',
    merchantKeyPem: merchant,
    apiV3Key: 'a-test-key-of-exactly-32-bytes!!',
  };
  const pem = createPublicKey(platform).export({ type: 'spki', format: 'pem' }).toString();
  return {
    standIn: { ...shared, platformKeyPem: platform, publicKeyId, timeScale: 0.001, refundMs: 10, ...more },
    product: (baseUrl) => ({
      ...shared,
      appId,
      baseUrl,
      publicKey: publicKeyId === null ? null : { id: publicKeyId, pem },
    }),
    env: (baseUrl, notifyUrl) => ({
      WECHAT_PAY_BASE_URL: baseUrl,
      WECHAT_PAY_MERCHANT_ID: shared.merchantId,
      WECHAT_PAY_MERCHANT_SERIAL: shared.merchantSerial,
      WECHAT_PAY_MERCHANT_KEY: merchant.replaceAll('\n', '\\n'),
      WECHAT_PAY_API_V3_KEY: shared.apiV3Key,
      WECHAT_PAY_NOTIFY_URL: notifyUrl,
      ...(publicKeyId === null ? {} : { WECHAT_PAY_PUBLIC_KEY_ID: publicKeyId, WECHAT_PAY_PUBLIC_KEY: pem }),
    }),
  };
};
