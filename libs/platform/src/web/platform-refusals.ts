import { Refusal, refusals } from '@fanloop/kernel';

export const refusePlatform = refusals({
  InvalidInput: { zh: '提交的内容有误：{problem}', en: 'The input is not valid: {problem}', status: 400 },
  NotFound: { zh: '没有找到', en: 'Not found', status: 404 },
  NotAllowed: { zh: '没有权限', en: 'Not allowed', status: 403 },
  SessionExpired: { zh: '登录已过期，请重新登录', en: 'The session has expired', status: 401 },
  /** Missing, unknown or revoked: only a new log-in helps. */
  SessionInvalid: { zh: '登录已失效，请重新登录', en: 'The session is not valid, log in again', status: 401 },
  TooManyTries: {
    zh: '尝试次数过多，请 {retryAfterSeconds} 秒后再试',
    en: 'Too many tries, wait {retryAfterSeconds} s',
    status: 429,
  },
  IdempotencyKeyMissing: {
    zh: '缺少 Idempotency-Key 请求头',
    en: 'The Idempotency-Key header is missing or malformed',
    status: 400,
  },
  IdempotencyKeyReused: {
    zh: '同一个请求编号被用于不同的内容',
    en: 'This idempotency key was used with another input',
    status: 422,
  },
  Busy: { zh: '现在人有点多，请稍后再试', en: 'Too busy, try again soon', status: 503 },
  InternalError: {
    zh: '系统出了点问题，请稍后再试（编号 {requestId}）',
    en: 'Something went wrong (request {requestId})',
    status: 500,
  },
});

export const refuseBusy = (): Refusal => refusePlatform('Busy');
