import { createVerify, type KeyObject } from 'node:crypto';

/** WeChat's own clock may be off by so much, and ours: beyond it a message counts as a recording. */
const WINDOW_SECONDS = 300;

/** A response or a notification as it came: the body byte for byte. */
export interface SignedMessage {
  header(name: string): string | null | undefined;
  readonly body: Buffer;
}

export type Unverified = 'header-missing' | 'timestamp-invalid' | 'out-of-time' | 'serial-unknown' | 'signature-wrong';

/** The key of a serial; null for one that is not WeChat's. */
export type KeyOfSerial = (serial: string) => Promise<KeyObject | null>;

/**
 * Why a message is not WeChat's, or null when it is. The order is that of WeChat's own Go library: headers, time, serial,
 * signature, so that nobody makes us compute or download by sending rubbish.
 */
export const whyUnverified = async (
  message: SignedMessage,
  keyOf: KeyOfSerial,
  now: Date,
): Promise<Unverified | null> => {
  const timestamp = message.header('wechatpay-timestamp');
  const nonce = message.header('wechatpay-nonce');
  const signature = message.header('wechatpay-signature');
  const serial = message.header('wechatpay-serial');
  if (!timestamp || !nonce || !signature || !serial) return 'header-missing';
  if (!/^\d{1,12}$/.test(timestamp)) return 'timestamp-invalid';
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > WINDOW_SECONDS * 1000) return 'out-of-time';
  const key = await keyOf(serial);
  if (!key) return 'serial-unknown';
  return isSigned(key, timestamp, nonce, message.body, signature) ? null : 'signature-wrong';
};

/** Three lines, each with its end: the second of the signature, its nonce, the body (an empty line for none). */
const isSigned = (key: KeyObject, timestamp: string, nonce: string, body: Buffer, signature: string): boolean =>
  isSignature(key, [`${timestamp}\n${nonce}\n`, body, '\n'], signature);

/** RSASSA-PKCS1-v1_5 with SHA-256 over the parts in a row; the signature in base64. */
export const isSignature = (key: KeyObject, parts: readonly (string | Buffer)[], signature: string): boolean => {
  const verify = createVerify('RSA-SHA256');
  for (const part of parts) verify.update(part);
  return verify.verify(key, signature, 'base64');
};
