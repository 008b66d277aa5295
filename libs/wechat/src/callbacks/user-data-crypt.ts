import { createDecipheriv, createHash } from 'node:crypto';

/** Data that the client got encrypted (a chat group's id, for instance): base64 throughout. */
export interface EncryptedUserData {
  readonly sessionKey: string;
  readonly iv: string;
  readonly encryptedData: string;
}

/** AES-128-CBC with PKCS#7. Null when the session key does not fit or the data is of another app. */
export const openUserData = (data: EncryptedUserData, appId: string): Readonly<Record<string, unknown>> | null => {
  try {
    const key = Buffer.from(data.sessionKey, 'base64');
    const decipher = createDecipheriv('aes-128-cbc', key, Buffer.from(data.iv, 'base64'));
    const bytes = Buffer.concat([decipher.update(Buffer.from(data.encryptedData, 'base64')), decipher.final()]);
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    const watermark = (value as { watermark?: { appid?: unknown } } | null)?.watermark;
    return watermark?.appid === appId ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** The signature beside `rawData` of profile calls: sha1 over the data and the session key. */
export const userDataSignature = (rawData: string, sessionKey: string): string =>
  createHash('sha1').update(`${rawData}${sessionKey}`).digest('hex');
