import { text } from '../text/strings';

/** Status 0 means that no answer came: the network is away, or the server is. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'ApiError';
    // Compiled to ES5, a subclass of Error loses its class; `instanceof` needs it back.
    Object.setPrototypeOf(this, ApiError.prototype);
  }

  /** True when the same request may be sent again later and may then succeed. */
  get offline(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export const isOffline = (error: unknown): boolean => error instanceof ApiError && error.offline;
export const hasCode = (error: unknown, code: string): boolean => error instanceof ApiError && error.code === code;

/** What a person reads about a failure: the server's reason, or that the network is away. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof ApiError) return error.offline ? text.offline : error.message || text.failed;
  return text.failed;
};
