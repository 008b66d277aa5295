/** What a merchant has of WeChat Pay. One deployment has one merchant. */
export interface PayOptions {
  /** The mini-program that pays are made in; it is bound to the merchant. */
  readonly appId: string;
  /** Ten digits. */
  readonly merchantId: string;
  /** The serial of the merchant's certificate: 40 hexadecimal digits. */
  readonly merchantSerial: string;
  /** PKCS#8 or PKCS#1 PEM of `apiclient_key.pem`. A secret. */
  readonly merchantKeyPem: string;
  /** 32 ASCII characters: opens notifications and certificates. A secret. */
  readonly apiV3Key: string;
  /** WeChat Pay's public key and its id `PUB_KEY_ID_…`; null in certificate mode, where certificates are downloaded. */
  readonly publicKey: { readonly id: string; readonly pem: string } | null;
  /** https://api.mch.weixin.qq.com in production: another server is a matter of this address alone. */
  readonly baseUrl: string;
  /** How long one call may take; default 5,000. */
  readonly timeoutMs?: number;
}

export const PAY_OPTIONS = Symbol('WeChat Pay options');

/** Throws a RangeError that names what is wrong, never the value: better at the start than at the first payment. */
export const assertPayOptions = (options: PayOptions): void => {
  if (!/^\d{8,10}$/.test(options.merchantId)) throw new RangeError('a merchant id has 8 to 10 digits');
  if (!/^[0-9A-Fa-f]{8,64}$/.test(options.merchantSerial))
    throw new RangeError('a certificate serial is hexadecimal digits');
  if (Buffer.byteLength(options.apiV3Key) !== 32) throw new RangeError('the APIv3 key has exactly 32 bytes');
  if (options.publicKey && !options.publicKey.id.startsWith('PUB_KEY_ID_'))
    throw new RangeError('the id of a WeChat Pay public key begins with PUB_KEY_ID_');
};
