const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A fresh key for one intent. It needs to be unique, not secret: WeChat's logic layer has no crypto. */
export const newKey = (prefix: string): string => {
  let random = '';
  for (let i = 0; i < 20; i += 1) random += ALPHABET[Math.floor(Math.random() * ALPHABET.length)];
  return `${prefix}-${Date.now().toString(36)}-${random}`;
};
