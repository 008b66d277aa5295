import { randomBytes } from 'node:crypto';
import type { MovableClock } from './clock';
import type { Limits } from './options';

export interface Grant {
  readonly token: string;
  readonly expiresInSeconds: number;
}

interface Issued {
  readonly token: string;
  usableUntilMs: number;
  /** Superseded tokens answer 40001, expired ones 42001. */
  superseded: boolean;
}

const DAY_MS = 86_400_000;
const WELL_FORMED = /^[\w-]{32,512}$/;

/** The two token families of WeChat, blind to each other: /cgi-bin/token (plain) and /cgi-bin/stable_token (stable). */
export class Tokens {
  private readonly known = new Map<string, Issued>();
  private plain: Issued | null = null;
  private stable: Issued | null = null;
  private forcedAtMs: number[] = [];

  constructor(
    private readonly clock: MovableClock,
    private readonly limits: Limits,
  ) {}

  /** Each call gives a new token; the one before stays usable for the overlap and is then dead. */
  grantPlain(): Grant {
    const now = this.clock.nowMs();
    if (this.plain) {
      this.plain.superseded = true;
      this.plain.usableUntilMs = Math.min(this.plain.usableUntilMs, now + this.limits.overlapSeconds * 1000);
    }
    this.plain = this.issue(now);
    return grantOf(this.plain, now);
  }

  /** The same token until the overlap before its end; from then on a new one, and both work. */
  grantStable(): Grant {
    const now = this.clock.nowMs();
    const leftMs = this.stable ? this.stable.usableUntilMs - now : 0;
    if (!this.stable || leftMs <= this.limits.overlapSeconds * 1000) this.stable = this.issue(now);
    return grantOf(this.stable, now);
  }

  /** The token before dies at once. Calls too close together refresh nothing; null when the day's number is used up. */
  forceStable(): Grant | null {
    const now = this.clock.nowMs();
    this.forcedAtMs = this.forcedAtMs.filter((at) => at > now - DAY_MS);
    const last = this.forcedAtMs.at(-1);
    if (last !== undefined && now - last < this.limits.forcedRefreshGapSeconds * 1000) return this.grantStable();
    if (this.forcedAtMs.length >= this.limits.forcedRefreshesPerDay) return null;
    this.forcedAtMs.push(now);
    if (this.stable) {
      this.stable.superseded = true;
      this.stable.usableUntilMs = now;
    }
    this.stable = this.issue(now);
    return grantOf(this.stable, now);
  }

  /** Null when the token may be used, else WeChat's error code. */
  fault(token: string | undefined): 41001 | 40014 | 40001 | 42001 | null {
    if (!token) return 41001;
    if (!WELL_FORMED.test(token)) return 40014;
    const issued = this.known.get(token);
    if (!issued) return 40001;
    if (this.clock.nowMs() < issued.usableUntilMs) return null;
    return issued.superseded ? 40001 : 42001;
  }

  reset(): void {
    this.known.clear();
    this.plain = null;
    this.stable = null;
    this.forcedAtMs = [];
  }

  private issue(now: number): Issued {
    const usableUntilMs = now + this.limits.tokenSeconds * 1000;
    const issued = { token: `86_${randomBytes(100).toString('base64url')}`, usableUntilMs, superseded: false };
    this.known.set(issued.token, issued);
    // The oldest are forgotten: asking with one of them then answers 40001, as with WeChat after a long time.
    const oldest = this.known.size > 200 ? this.known.keys().next().value : undefined;
    if (oldest !== undefined) this.known.delete(oldest);
    return issued;
  }
}

const grantOf = (issued: Issued, now: number): Grant => ({
  token: issued.token,
  expiresInSeconds: Math.floor((issued.usableUntilMs - now) / 1000),
});
