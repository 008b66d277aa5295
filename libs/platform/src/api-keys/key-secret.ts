import { createHash, timingSafeEqual } from 'node:crypto';
import { randomCode, randomToken } from '../random/random-code';

/** What a key may do. */
export const API_SCOPES = ['events.write'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

const PREFIX_LENGTH = 12;
const SECRET = /^flk_([0-9A-Z]{12})_[A-Za-z0-9_-]{43}$/;

/** `flk_<prefix>_<256 random bits>`: the prefix finds the key, and is all that lists show of it. */
export const newSecret = (): { prefix: string; secret: string } => {
  const prefix = randomCode(PREFIX_LENGTH);
  return { prefix, secret: `flk_${prefix}_${randomToken()}` };
};

export const prefixOf = (secret: string): string | null => SECRET.exec(secret)?.[1] ?? null;

/** A hash without salt suffices: the secret is 256 random bits, not a password. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
