import { addMs } from '@fanloop/kernel';
import { FieldCipher, randomCode, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { INVITATION_TTL_HOURS, normalInvitationCode } from '../rules/staff';

const CODE_LENGTH = 10;
const CONTEXT = 'organization_invitation.code';

/** One-time codes that bind a WeChat identity to staff; only their keyed hash is stored. */
@Injectable()
export class InvitationRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** A new code (49 bits, within a limit on tries); it cannot be shown again. */
  async create(tx: Tx, staffId: string, at: Date): Promise<{ code: string; expiresAt: Date }> {
    const invitation = { code: randomCode(CODE_LENGTH), expiresAt: addMs(at, INVITATION_TTL_HOURS * 3_600_000) };
    await tx.execute(
      'INSERT INTO organization_invitation (staff_id, code_hash, created_at, expires_at) VALUES (?, ?, ?, ?)',
      [staffId, this.hashOf(invitation.code), at, invitation.expiresAt],
    );
    return invitation;
  }

  /** Open invitations of a staff member end: a newer one takes their place, or he is revoked. */
  async withdraw(tx: Tx, staffId: string, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE organization_invitation SET withdrawn_at = ?
        WHERE staff_id = ? AND used_at IS NULL AND withdrawn_at IS NULL`,
      [at, staffId],
    );
  }

  /** Uses the code up and answers whose it was. The condition is in the statement: of parallel callers one wins. */
  async use(tx: Tx, code: string, at: Date): Promise<string> {
    const codeHash = this.hashOf(code);
    const used = await tx.execute(
      `UPDATE organization_invitation SET used_at = ?
        WHERE code_hash = ? AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > ?`,
      [at, codeHash, at],
    );
    if (used.affectedRows !== 1) throw refuse('InvitationInvalid');
    const [row] = await tx.query<{ staffId: string }>(
      'SELECT CAST(staff_id AS CHAR) AS staffId FROM organization_invitation WHERE code_hash = ?',
      [codeHash],
    );
    return row!.staffId;
  }

  private hashOf(code: string): string {
    return this.cipher.blindIndex(normalInvitationCode(code), CONTEXT);
  }
}
