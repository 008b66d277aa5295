import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** What the mini-program's console shows under "message push". */
export interface MessageKeys {
  readonly token: string;
  /** 43 characters. */
  readonly encodingAesKey: string;
  /** The appid: it ends each message, and a message for another app is refused. */
  readonly receiverId: string;
}

export interface Sealed {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** Base64. */
  readonly encrypted: string;
}

const BLOCK = 32;
const RANDOM = 16;
const LENGTH = 4;

/** sha1 over the parts in text order, joined without a separator: lower-case hex. */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

/** Compares without telling by its duration how much was right. */
export const isSignedBy = (signature: string, ...parts: readonly string[]): boolean => {
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(...parts))];
  return given.length === right.length && timingSafeEqual(given, right);
};

/** The check of a message-push URL and of plain pushes: the answer is then `echostr`, word for word. */
export const verifiesPlainPush = (
  keys: Pick<MessageKeys, 'token'>,
  query: { readonly signature: string; readonly timestamp: string; readonly nonce: string },
): boolean => isSignedBy(query.signature, keys.token, query.timestamp, query.nonce);

/** The message inside; null when the signature, the padding or the receiver is wrong: forged, damaged or not for us. */
export const openMessage = (keys: MessageKeys, sealed: Sealed): string | null => {
  if (!isSignedBy(sealed.signature, keys.token, sealed.timestamp, sealed.nonce, sealed.encrypted)) return null;
  const plain = decrypt(keys.encodingAesKey, sealed.encrypted);
  if (!plain || plain.length < RANDOM + LENGTH) return null;
  const end = RANDOM + LENGTH + plain.readUInt32BE(RANDOM);
  if (end > plain.length || plain.subarray(end).toString('utf8') !== keys.receiverId) return null;
  return plain.subarray(RANDOM + LENGTH, end).toString('utf8');
};

/** An encrypted answer to a push; `random` is 16 fresh bytes. */
export const sealMessage = (
  keys: MessageKeys,
  message: string,
  parts: { readonly timestamp: string; readonly nonce: string; readonly random: Buffer },
): Sealed => {
  const body = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([parts.random, length, body, Buffer.from(keys.receiverId, 'utf8')]);
  const fill = BLOCK - (plain.length % BLOCK);
  const key = aesKey(keys.encodingAesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(fill, fill)]);
  const encrypted = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  const { timestamp, nonce } = parts;
  return { timestamp, nonce, encrypted, signature: signatureOf(keys.token, timestamp, nonce, encrypted) };
};

const aesKey = (encodingAesKey: string): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64');

/** AES-256-CBC with PKCS#7 to blocks of 32 bytes, so the library's padding (16) must stay off. */
const decrypt = (encodingAesKey: string, encrypted: string): Buffer | null => {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  const key = aesKey(encodingAesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const fill = padded[padded.length - 1] ?? 0;
  if (fill < 1 || fill > BLOCK || fill > padded.length) return null;
  return padded.subarray(padded.length - fill).every((byte) => byte === fill)
    ? padded.subarray(0, padded.length - fill)
    : null;
};
