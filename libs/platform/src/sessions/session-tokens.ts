import { createHash } from 'node:crypto';

export const ACCESS_TTL_SECONDS = 15 * 60;
export const REFRESH_TTL_SECONDS = 30 * 24 * 3600;
/** A refresh whose answer was lost on a bad network may be repeated within this time. */
export const REFRESH_LEEWAY_SECONDS = 30;

/** Only the hash of a token is stored. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface SessionTokens {
  readonly accessToken: string;
  readonly accessExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

export interface AuthenticatedSession {
  readonly sessionId: string;
  /** `staff` (console), or `wechat` (a mini-program identity: visitor, member or clerk). */
  readonly audience: string;
  /** Id of the staff member or of the WeChat identity. */
  readonly subject: string;
}
