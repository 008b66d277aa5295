import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';

/** 32-byte keys as 64 hex digits. */
export interface FieldKeys {
  readonly fieldKey: string;
  readonly blindIndexKey: string;
}

export const FIELD_KEYS = Symbol('field keys');

const VERSION = 'v1';

/** Personal fields at rest: AES-256-GCM, and an HMAC-SHA256 blind index by which equal values are found. */
@Injectable()
export class FieldCipher {
  private readonly key: Buffer;
  private readonly indexKey: Buffer;

  constructor(@Inject(FIELD_KEYS) keys: FieldKeys) {
    this.key = keyOf(keys.fieldKey);
    this.indexKey = keyOf(keys.blindIndexKey);
  }

  /** `v1.<iv>.<tag>.<text>`, base64url; another result at each call. `context` (table.column) is authenticated with it. */
  encrypt(plain: string, context: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(context));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [VERSION, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws when the text was changed, or belongs to another key or context. */
  decrypt(stored: string, context: string): string {
    const [version, iv, tag, text] = stored.split('.');
    if (version !== VERSION || !iv || !tag || text === undefined)
      throw new Error('unknown format of an encrypted field');
    const decipher = createDecipheriv('aes-256-gcm', this.key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
      .setAAD(Buffer.from(context))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  }

  /** 64 hex digits, equal for equal values of one context; give it a normalised value. */
  blindIndex(value: string, context: string): string {
    return createHmac('sha256', this.indexKey).update(`${context}\n${value}`).digest('hex');
  }
}

const keyOf = (hex: string): Buffer => {
  const key = Buffer.from(hex, 'hex');
  if (key.length !== 32) throw new Error('a field key needs 32 bytes, written as 64 hex digits');
  return key;
};
