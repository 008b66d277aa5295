import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Digits and capitals without 0/O, 1/I/L and U: easy to read aloud and to type. */
export const READABLE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const DIGITS = '0123456789';

/** An unguessable code of `length` characters, each drawn evenly from `alphabet` by the operating system's generator. */
export const randomCode = (length: number, alphabet: string = READABLE_ALPHABET): string => {
  let code = '';
  for (let i = 0; i < length; i += 1) code += alphabet[randomInt(alphabet.length)];
  return code;
};

/** 256 random bits, URL-safe: for tokens that open something. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

export const randomId = (): string => randomUUID();
