import type { Clock } from '@fanloop/kernel';
import { addMs } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock/clock';
import type { Tx } from '../database/tx';
import { UnitOfWork } from '../database/unit-of-work';
import { randomToken } from '../random/random-code';
import { refusePlatform } from '../web/platform-refusals';
import {
  ACCESS_TTL_SECONDS,
  REFRESH_LEEWAY_SECONDS,
  REFRESH_TTL_SECONDS,
  SessionTokens,
  tokenHash,
} from './session-tokens';

interface RefreshRow {
  session_id: string;
  audience: string;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

/**
 * Sessions of opaque tokens: a short access token and a rotating refresh token, of which only hashes are stored. A
 * session is looked up at each request, so a revocation holds from the next request on.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(tx: Tx, audience: string, subject: string): Promise<SessionTokens> {
    const created = await tx.execute('INSERT INTO platform_session (audience, subject, created_at) VALUES (?, ?, ?)', [
      audience,
      subject,
      this.clock.now(),
    ]);
    return this.issue(tx, created.insertId);
  }

  /**
   * New tokens for a refresh token. A refresh token works once; when an old one comes back later than the leeway, it
   * was stolen or copied, and the whole session is revoked.
   */
  async refresh(audience: string, refreshToken: string): Promise<SessionTokens> {
    const tokens = await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<RefreshRow>(
        `SELECT t.session_id, s.audience, t.expires_at, t.used_at, s.revoked_at
           FROM platform_session_token t JOIN platform_session s ON s.id = t.session_id
          WHERE t.hash = ? AND t.kind = 'refresh' FOR UPDATE`,
        [tokenHash(refreshToken)],
      );
      const now = this.clock.now();
      if (!row || row.audience !== audience || row.expires_at <= now) throw refusePlatform('SessionExpired');
      if (row.revoked_at) throw refusePlatform('SessionInvalid');
      if (row.used_at && now > addMs(row.used_at, REFRESH_LEEWAY_SECONDS * 1000)) {
        await this.revoke(tx, row.session_id);
        return null;
      }
      await tx.execute('UPDATE platform_session_token SET used_at = COALESCE(used_at, ?) WHERE hash = ?', [
        now,
        tokenHash(refreshToken),
      ]);
      return this.issue(tx, row.session_id);
    });
    if (!tokens) throw refusePlatform('SessionInvalid');
    return tokens;
  }

  async revoke(tx: Tx, sessionId: string): Promise<void> {
    await tx.execute('UPDATE platform_session SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?', [
      this.clock.now(),
      sessionId,
    ]);
  }

  /** Every session of a subject: a revoked clerk, a closed account, a changed password. */
  async revokeAll(tx: Tx, audience: string, subject: string, exceptSessionId: string | null = null): Promise<void> {
    await tx.execute(
      'UPDATE platform_session SET revoked_at = ? WHERE audience = ? AND subject = ? AND revoked_at IS NULL AND id <> ?',
      [this.clock.now(), audience, subject, exceptSessionId ?? 0],
    );
  }

  private async issue(tx: Tx, sessionId: string): Promise<SessionTokens> {
    const now = this.clock.now();
    const tokens = {
      accessToken: randomToken(),
      accessExpiresAt: addMs(now, ACCESS_TTL_SECONDS * 1000),
      refreshToken: randomToken(),
      refreshExpiresAt: addMs(now, REFRESH_TTL_SECONDS * 1000),
    };
    await tx.execute('INSERT INTO platform_session_token (hash, session_id, kind, expires_at) VALUES ?', [
      [
        [tokenHash(tokens.accessToken), sessionId, 'access', tokens.accessExpiresAt],
        [tokenHash(tokens.refreshToken), sessionId, 'refresh', tokens.refreshExpiresAt],
      ],
    ]);
    return tokens;
  }
}
