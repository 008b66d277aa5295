/** An access token with the number of its generation: of two, the one with the higher number is the newer. */
export interface AccessToken {
  readonly token: string;
  readonly generation: number;
  readonly expiresAt: Date;
}

/**
 * A token is used until four minutes before its end. WeChat hands out the same stable token until five minutes before:
 * asking in the last four always brings a new one, and the old one still works for calls on their way.
 */
export const RENEWAL_LEAD_MS = 240_000;

export const isUsable = (token: AccessToken | null, now: Date): token is AccessToken =>
  token !== null && token.expiresAt.getTime() - now.getTime() > RENEWAL_LEAD_MS;
