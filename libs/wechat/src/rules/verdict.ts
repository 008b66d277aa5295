import type { Refusal } from '@fanloop/kernel';
import { refuse } from './refusals';

/** The calls that the product makes; the names appear in logs and failures. */
export type WechatApi = 'stable_token' | 'code2Session' | 'getPhoneNumber' | 'getUnlimitedQRCode' | 'msgSecCheck';

/** What an error code of WeChat means for the caller. */
export type Verdict =
  | { readonly kind: 'ok' }
  /** The access token is not accepted: refresh it once, ask once more. */
  | { readonly kind: 'token-refused' }
  /** Something that the user can understand or try again. */
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  /** Our configuration or our code is wrong: nothing that a user can do. */
  | { readonly kind: 'failure' };

const TOKEN_REFUSED = [40001, 40014, 42001];

/** -1 system busy, 45009 the day's or the minute's quota of the whole mini-program, 45011 the minute's quota of one user. */
const EVERYWHERE: Readonly<Record<number, () => Refusal>> = {
  [-1]: () => refuse('WechatBusy'),
  45009: () => refuse('WechatBusy'),
  45011: () => refuse('WechatTooOften'),
};

const BY_API: Readonly<Partial<Record<WechatApi, Readonly<Record<number, () => Refusal>>>>> = {
  code2Session: {
    40029: () => refuse('LoginCodeInvalid'),
    40163: () => refuse('LoginCodeInvalid'),
    40226: () => refuse('WechatAccountAtRisk'),
  },
  getPhoneNumber: { 40029: () => refuse('PhoneCodeInvalid') },
  msgSecCheck: { 61010: () => refuse('VisitTooLongAgo') },
};

/** Judges by the code alone: the texts change, and end in a request id. */
export const verdictOf = (api: WechatApi, errcode: number): Verdict => {
  if (errcode === 0) return { kind: 'ok' };
  const refusal = BY_API[api]?.[errcode] ?? EVERYWHERE[errcode];
  if (refusal) return { kind: 'refusal', refusal: refusal() };
  if (api !== 'stable_token' && TOKEN_REFUSED.includes(errcode)) return { kind: 'token-refused' };
  return { kind: 'failure' };
};
