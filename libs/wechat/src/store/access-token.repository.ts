import { FieldCipher, num, Reader, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { AccessToken } from '../rules/access-token';

/** The right to fetch the token that follows a generation: one claimant has it at a time, and for a while only. */
export interface Claim {
  readonly appId: string;
  /** The generation that is to be replaced. */
  readonly generation: number;
  readonly claimant: string;
}

export interface StoredToken {
  readonly generation: number;
  readonly token: AccessToken | null;
}

interface Row {
  generation: string;
  token_cipher: string | null;
  expires_at: Date | null;
}

const CONTEXT = 'wechat_access_token.token_cipher';

/** The token that all processes share. Its row is the referee: who refreshes, and which token is the newer one. */
@Injectable()
export class AccessTokenRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly cipher: FieldCipher,
  ) {}

  async current(appId: string): Promise<StoredToken> {
    const row = await this.reader.one<Row>(
      'SELECT generation, token_cipher, expires_at FROM wechat_access_token WHERE app_id = ?',
      [appId],
    );
    return row ? { generation: num(row.generation), token: this.tokenOf(row) } : { generation: 0, token: null };
  }

  /**
   * True for exactly one claimant of a generation, until the lease ends (a claimant may have died). The lease is measured
   * by the database's clock, which all processes share.
   */
  async claim(claim: Claim, leaseSeconds: number): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      await tx.execute(
        'INSERT INTO wechat_access_token (app_id) VALUES (?) ON DUPLICATE KEY UPDATE app_id = VALUES(app_id)',
        [claim.appId],
      );
      const { affectedRows } = await tx.execute(
        `UPDATE wechat_access_token
            SET claimed_by = ?, claimed_until = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(3))
          WHERE app_id = ? AND generation = ? AND (claimed_until IS NULL OR claimed_until <= UTC_TIMESTAMP(3))`,
        [claim.claimant, leaseSeconds, claim.appId, claim.generation],
      );
      return affectedRows === 1;
    });
  }

  /**
   * Writes the token as the next generation, unless the claim was lost meanwhile: a claimant that was slow holds an older
   * token than the one who came after it, and must not overwrite that. Null then.
   */
  async replace(claim: Claim, grant: { token: string; issuedAt: Date; expiresAt: Date }): Promise<AccessToken | null> {
    const { affectedRows } = await this.unitOfWork.run((tx) =>
      tx.execute(
        `UPDATE wechat_access_token
            SET generation = generation + 1, token_cipher = ?, issued_at = ?, expires_at = ?,
                claimed_by = NULL, claimed_until = NULL
          WHERE app_id = ? AND generation = ? AND claimed_by = ?`,
        [
          this.cipher.encrypt(grant.token, CONTEXT),
          grant.issuedAt,
          grant.expiresAt,
          claim.appId,
          claim.generation,
          claim.claimant,
        ],
      ),
    );
    if (affectedRows !== 1) return null;
    return { token: grant.token, generation: claim.generation + 1, expiresAt: grant.expiresAt };
  }

  /** Gives the claim back after a failure, so that the next one need not wait for the end of the lease. */
  async release(claim: Claim): Promise<void> {
    // No row matches when the lease ended and another took the claim: then there is nothing to give back.
    await this.unitOfWork.run((tx) =>
      tx.execute(
        `UPDATE wechat_access_token SET claimed_by = NULL, claimed_until = NULL
          WHERE app_id = ? AND generation = ? AND claimed_by = ?`,
        [claim.appId, claim.generation, claim.claimant],
      ),
    );
  }

  private tokenOf(row: Row): AccessToken | null {
    if (row.token_cipher === null || row.expires_at === null) return null;
    try {
      const token = this.cipher.decrypt(row.token_cipher, CONTEXT);
      return { token, generation: num(row.generation), expiresAt: row.expires_at };
    } catch {
      // Written under another key: as good as none, and the next refresh replaces it.
      return null;
    }
  }
}
