import type { Clock } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { SharedLookUp } from '../batching/shared-look-up';
import { CLOCK } from '../clock/clock';
import { Reader } from '../database/reader';
import { refusePlatform } from '../web/platform-refusals';
import { AuthenticatedSession, tokenHash } from './session-tokens';

interface TokenRow {
  hash: string;
  session_id: string;
  audience: string;
  subject: string;
  expires_at: Date;
  revoked_at: Date | null;
}

/** Who an access token belongs to. Requests that arrive together share one query; nothing is cached. */
@Injectable()
export class Authenticate {
  private readonly tokens: SharedLookUp<string, TokenRow | null>;

  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.tokens = new SharedLookUp((hashes) => this.load(hashes));
  }

  /** Throws SessionExpired or SessionInvalid. */
  async execute(accessToken: string): Promise<AuthenticatedSession> {
    const row = await this.tokens.load(tokenHash(accessToken));
    if (!row || row.expires_at <= this.clock.now()) throw refusePlatform('SessionExpired');
    if (row.revoked_at) throw refusePlatform('SessionInvalid');
    return { sessionId: row.session_id, audience: row.audience, subject: row.subject };
  }

  private async load(hashes: readonly string[]): Promise<(TokenRow | null)[]> {
    const rows = await this.reader.query<TokenRow>(
      `SELECT t.hash, t.session_id, s.audience, s.subject, t.expires_at, s.revoked_at
         FROM platform_session_token t JOIN platform_session s ON s.id = t.session_id
        WHERE t.hash IN (?) AND t.kind = 'access'`,
      [hashes],
    );
    const byHash = new Map(rows.map((row) => [row.hash, row]));
    return hashes.map((hash) => byHash.get(hash) ?? null);
  }
}
