/**
 * WeChat Pay refuses something that no user can mend, or what it answers cannot be trusted. For operators. The message
 * holds the call, the HTTP status and WeChat's code, never a body.
 */
export class PayFailure extends Error {
  constructor(
    readonly call: string,
    /** WeChat's own code, SIGN_ERROR for example; null when the answer was none of WeChat's. */
    readonly code: string | null,
    why: string,
  ) {
    super(`WeChat Pay ${call}: ${why}`);
    this.name = 'PayFailure';
  }
}
