import type { WechatApi } from '../rules/verdict';

/**
 * WeChat refuses something that no user can mend: a wrong secret, an address that is not allowed, a page that is not
 * released. The message holds the code and WeChat's request id, never an address with its query.
 */
export class WechatFailure extends Error {
  constructor(
    readonly api: WechatApi,
    /** WeChat's code; null when the answer was none of WeChat's (an HTTP error, something unreadable). */
    readonly errcode: number | null,
    why: string,
  ) {
    super(`WeChat ${api}: ${why}`);
    this.name = 'WechatFailure';
  }
}
