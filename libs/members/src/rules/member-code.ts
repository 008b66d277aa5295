import { accept, type Outcome, reject } from '@fanloop/kernel';
import { refuse } from './refusals';

/** HMAC-SHA256 under a secret key: rules hold no cryptography of their own. At least 16 bytes come back. */
export type KeyedHash = (message: string) => Uint8Array;

export interface MemberCodeKeys {
  /** Keys the permutation that hides what the code says. */
  readonly permute: KeyedHash;
  /** Binds a member to a time step. */
  readonly authenticate: KeyedHash;
}

export const MEMBER_CODE_DIGITS = 18;
export const STEP_SECONDS = 30;
/** A code is taken in its own step and in the one before and after it: clocks and hands are slow. */
const TOLERATED_STEPS = [0, -1, 1];

const HANDLE_DIGITS = 10;
const PROOF_DIGITS = 8;
const HALF = 10 ** (MEMBER_CODE_DIGITS / 2);
const ROUNDS = 10;

export const stepAt = (at: Date): number => Math.floor(at.getTime() / (STEP_SECONDS * 1000));
export const endOfStep = (step: number): Date => new Date((step + 1) * STEP_SECONDS * 1000);

/**
 * The code of a member in one step: 10 digits of member id and 8 digits of proof = HMAC(id, step), passed together
 * through a keyed permutation of all 18-digit numbers (a balanced Feistel network of 10 rounds over two halves of 9
 * digits, the shape of NIST's FF1). Without the key a code looks like 18 random digits, two codes of one member show
 * no likeness, and changing one digit gives another random id and proof.
 */
export const memberCodeAt = (memberId: string, step: number, keys: MemberCodeKeys): string => {
  if (!/^\d{1,10}$/.test(memberId)) throw new RangeError('a member code holds ids of at most 10 digits');
  return permute(`${memberId.padStart(HANDLE_DIGITS, '0')}${proofOf(memberId, step, keys)}`, keys.permute);
};

/** Whose code it is and of which step; refuses wrong and expired ones alike. Needs no look-up. */
export const readMemberCode = (
  code: string,
  now: Date,
  keys: MemberCodeKeys,
): Outcome<{ memberId: string; step: number }> => {
  if (!/^\d{18}$/.test(code)) return reject(refuse('MemberCodeInvalid'));
  const inside = unpermute(code, keys.permute);
  const memberId = String(Number(inside.slice(0, HANDLE_DIGITS)));
  const proof = inside.slice(HANDLE_DIGITS);
  const present = stepAt(now);
  for (const shift of TOLERATED_STEPS)
    if (proofOf(memberId, present + shift, keys) === proof) return accept({ memberId, step: present + shift });
  return reject(refuse('MemberCodeInvalid'));
};

const proofOf = (memberId: string, step: number, keys: MemberCodeKeys): string =>
  String(remainder(keys.authenticate(`${memberId}:${step}`), 10 ** PROOF_DIGITS)).padStart(PROOF_DIGITS, '0');

/** 128 bits of a hash modulo a small number: even to within 2^-98. */
const remainder = (hash: Uint8Array, modulus: number): number =>
  hash.subarray(0, 16).reduce((rest, byte) => (rest * 256 + byte) % modulus, 0);

const permute = (digits: string, hash: KeyedHash): string => {
  let [left, right] = halves(digits);
  for (let round = 0; round < ROUNDS; round += 1)
    [left, right] = [right, (left + remainder(hash(`${round}:${right}`), HALF)) % HALF];
  return joined(left, right);
};

const unpermute = (digits: string, hash: KeyedHash): string => {
  let [left, right] = halves(digits);
  for (let round = ROUNDS - 1; round >= 0; round -= 1)
    [left, right] = [(right - remainder(hash(`${round}:${left}`), HALF) + HALF) % HALF, left];
  return joined(left, right);
};

const halves = (digits: string): [number, number] => [Number(digits.slice(0, 9)), Number(digits.slice(9))];
const joined = (left: number, right: number): string => [left, right].map((n) => String(n).padStart(9, '0')).join('');
