import type { MemberId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** The WeChat identities of a member by which he also works: they stay for that work when he stops being a member. */
@Injectable()
export class StaffedIdentities {
  constructor(
    private readonly reader: Reader,
    private readonly organization: OrganizationDoor,
  ) {}

  async of(memberId: MemberId): Promise<string[]> {
    const rows = await this.reader.query<{ id: string }>(
      "SELECT CAST(id AS CHAR) AS id FROM members_identity WHERE member_id = ? AND kind = 'miniapp-openid'",
      [memberId],
    );
    const staff = await Promise.all(rows.map((row) => this.organization.staffAccessByIdentity(row.id)));
    return rows.filter((_, i) => staff[i] !== null).map((row) => row.id);
  }
}
