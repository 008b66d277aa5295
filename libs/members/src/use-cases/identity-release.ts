import type { MemberId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { Reader, Sessions, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { IdentityRepository } from '../store/identity.repository';

/** Gives the identities of a closed account back. */
@Injectable()
export class IdentityRelease {
  constructor(
    private readonly reader: Reader,
    private readonly identities: IdentityRepository,
    private readonly organization: OrganizationDoor,
    private readonly sessions: Sessions,
  ) {}

  /** A WeChat identity by which a clerk works stays for that work; it only stops being a member. */
  async boundToStaff(memberId: MemberId): Promise<string[]> {
    const rows = await this.reader.query<{ id: string }>(
      "SELECT CAST(id AS CHAR) AS id FROM members_identity WHERE member_id = ? AND kind = 'miniapp-openid'",
      [memberId],
    );
    const staff = await Promise.all(rows.map((row) => this.organization.staffAccessByIdentity(row.id)));
    return rows.filter((_, i) => staff[i] !== null).map((row) => row.id);
  }

  async release(tx: Tx, memberId: MemberId, keptIds: readonly string[]): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      'SELECT CAST(id AS CHAR) AS id FROM members_identity WHERE member_id = ? ORDER BY id FOR UPDATE',
      [memberId],
    );
    for (const row of rows) await this.sessions.revokeAll(tx, 'wechat', row.id);
    await this.identities.release(tx, memberId, keptIds);
  }
}
