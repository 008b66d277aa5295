/** The signs that a generated code draws from. Each set is of even size, as its check sign needs. */
export const CHARSETS = {
  /** Digits and capitals without 0/O, 1/I/L and U: easy to read aloud, to print and to type. */
  readable: '23456789ABCDEFGHJKMNPQRSTVWXYZ',
  letters: 'ABCDEFGHJKMNPQRSTVWXYZ',
  digits: '0123456789',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
} as const;

export type CharsetName = keyof typeof CHARSETS;
