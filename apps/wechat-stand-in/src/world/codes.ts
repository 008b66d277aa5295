import { randomBytes } from 'node:crypto';
import type { MovableClock } from './clock';

export type CodeKind = 'login' | 'phone';
export type Redeemed =
  | { readonly ok: true; readonly personId: string }
  | { readonly ok: false; readonly why: 'invalid' | 'used' };

interface Issued {
  readonly kind: CodeKind;
  readonly personId: string;
  readonly expiresAtMs: number;
  used: boolean;
}

/** wx.login codes and phone codes: each of its own kind, good for one use and for five minutes. */
export class CodeBook {
  private readonly issued = new Map<string, Issued>();

  constructor(
    private readonly clock: MovableClock,
    private readonly codeSeconds: number,
  ) {}

  issue(kind: CodeKind, personId: string): string {
    // wx.login gives 32 characters, the phone button 64 hexadecimal ones.
    const code =
      kind === 'login' ? `0${randomBytes(24).toString('base64url').slice(0, 31)}` : randomBytes(32).toString('hex');
    this.issued.set(code, { kind, personId, expiresAtMs: this.clock.nowMs() + this.codeSeconds * 1000, used: false });
    this.forgetLongExpired();
    return code;
  }

  redeem(kind: CodeKind, code: string): Redeemed {
    const found = this.look(kind, code);
    if (found.ok) (this.issued.get(code) as Issued).used = true;
    return found;
  }

  /** What redeeming would answer, without using the code up. */
  look(kind: CodeKind, code: string): Redeemed {
    const issued = this.issued.get(code);
    if (!issued || issued.kind !== kind || issued.expiresAtMs <= this.clock.nowMs())
      return { ok: false, why: 'invalid' };
    return issued.used ? { ok: false, why: 'used' } : { ok: true, personId: issued.personId };
  }

  reset(): void {
    this.issued.clear();
  }

  private forgetLongExpired(): void {
    if (this.issued.size < 5000) return;
    for (const [code, issued] of this.issued) if (issued.expiresAtMs <= this.clock.nowMs()) this.issued.delete(code);
  }
}
