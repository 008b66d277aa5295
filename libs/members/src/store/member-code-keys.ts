import { createHmac } from 'node:crypto';
import type { KeyedHash, MemberCodeKeys } from '../rules/member-code';

export const MEMBER_CODE_KEYS = Symbol('member code keys');

/** Two independent keys from the deployment's one: for hiding and for proving. */
export const memberCodeKeys = (hexKey: string): MemberCodeKeys => {
  const master = Buffer.from(hexKey, 'hex');
  if (master.length !== 32) throw new Error('the member code key needs 32 bytes, written as 64 hex digits');
  return { permute: keyed(derive(master, 'permute')), authenticate: keyed(derive(master, 'authenticate')) };
};

const derive = (master: Buffer, purpose: string): Buffer =>
  createHmac('sha256', master).update(`fanloop member code: ${purpose}`).digest();

const keyed =
  (key: Buffer): KeyedHash =>
  (message) =>
    createHmac('sha256', key).update(message).digest();
