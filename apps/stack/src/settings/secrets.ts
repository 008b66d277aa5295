import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { type Folders } from './folders';
import { readJson, writeJson } from './json-file';

/** Made once for a data folder: they encrypt what lies in it, so they live and die with it. */
export interface Secrets {
  readonly databasePassword: string;
  readonly redisPassword: string;
  readonly fieldKey: string;
  readonly blindIndexKey: string;
  readonly memberCodeKey: string;
  readonly wechatAppId: string;
  readonly wechatAppSecret: string;
  /** Of the demo's merchant, ten digits. */
  readonly payMerchantId: string;
  readonly payMerchantSerial: string;
  /** PEM. */
  readonly payMerchantKey: string;
  readonly payApiV3Key: string;
  readonly payPublicKeyId: string;
  /** PEM: the stand-in signs with it as WeChat Pay would. */
  readonly payPlatformKey: string;
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

const rsaKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

/** RSA keys take a moment, so only what is missing is made. */
const makers: { readonly [Name in keyof Secrets]: () => string } = {
  databasePassword: () => hex(16),
  redisPassword: () => hex(16),
  fieldKey: () => hex(32),
  blindIndexKey: () => hex(32),
  memberCodeKey: () => hex(32),
  // The form that WeChat gives them: wx and 16 hexadecimal digits; a secret of 32.
  wechatAppId: () => `wx${hex(8)}`,
  wechatAppSecret: () => hex(16),
  payMerchantId: () => `19${String(randomInt(10 ** 8)).padStart(8, '0')}`,
  payMerchantSerial: () => hex(20).toUpperCase(),
  payMerchantKey: rsaKey,
  payApiV3Key: () => hex(16),
  payPublicKeyId: () => `PUB_KEY_ID_0${String(randomInt(10 ** 12)).padStart(12, '0')}`,
  payPlatformKey: rsaKey,
};

/** Reads `.data/secrets.json`, or makes it (mode 0600) on the first start; a name that came later is added. */
export const loadSecrets = (folders: Folders): Secrets => {
  const path = join(folders.data, 'secrets.json');
  const stored = (readJson(path) ?? {}) as Partial<Secrets>;
  const names = Object.keys(makers) as (keyof Secrets)[];
  const made = names.map((name) => [name, stored[name] ?? makers[name]()]);
  const secrets = { ...stored, ...Object.fromEntries(made) } as Secrets;
  if (Object.keys(secrets).length !== Object.keys(stored).length) writeJson(path, secrets);
  return secrets;
};
