import { createDecipheriv } from 'node:crypto';

/** What WeChat Pay encrypts: the inside of a notification, a certificate. */
export interface SealedResource {
  readonly algorithm: string;
  /** Base64; its last 16 bytes are the tag. */
  readonly ciphertext: string;
  /** 12 characters. */
  readonly nonce: string;
  /** Bound to the content; WeChat leaves it out when it is empty. */
  readonly associatedData: string;
}

const TAG_BYTES = 16;
const ALGORITHM = 'AEAD_AES_256_GCM';

/** The content; null when the key, the tag or the associated data is wrong, so when it was not sealed for us. */
export const openResource = (apiV3Key: string, resource: SealedResource): Buffer | null => {
  if (resource.algorithm !== ALGORITHM) return null;
  const bytes = Buffer.from(resource.ciphertext, 'base64');
  if (bytes.length < TAG_BYTES || Buffer.byteLength(resource.nonce) !== 12) return null;
  return openAead('aes-256-gcm', apiV3Key, resource, bytes);
};

/** The published vectors have keys of 16 bytes; WeChat itself only uses 32. */
export const openAead = (
  cipher: 'aes-128-gcm' | 'aes-256-gcm',
  key: string,
  { nonce, associatedData }: Pick<SealedResource, 'nonce' | 'associatedData'>,
  bytes: Buffer,
): Buffer | null => {
  const decipher = createDecipheriv(cipher, Buffer.from(key), Buffer.from(nonce), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  decipher.setAAD(Buffer.from(associatedData));
  const content = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES));
  try {
    // Only here is the tag compared; without this call any forgery would pass.
    return Buffer.concat([content, decipher.final()]);
  } catch {
    return null;
  }
};

/** The sealed part out of WeChat's JSON; null when it is none. */
export const sealedResourceOf = (value: unknown): SealedResource | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { algorithm, ciphertext, nonce, associated_data: data } = value as Record<string, unknown>;
  if (typeof algorithm !== 'string' || typeof ciphertext !== 'string' || typeof nonce !== 'string') return null;
  return { algorithm, ciphertext, nonce, associatedData: typeof data === 'string' ? data : '' };
};
