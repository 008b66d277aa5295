import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { maskPhone, readablePhone } from '../rules/phone';
import { IdentityRepository } from '../store/identity.repository';

export interface IdentityView {
  readonly kind: string;
  readonly valueMasked: string;
  readonly verified: boolean;
  readonly at: Date;
}

interface Row {
  memberId: MemberId;
  kind: string;
  value: string;
  verifiedAt: Date | null;
  at: Date;
}

/** What leads to a member outside, masked for screens. */
@Injectable()
export class ContactsRead {
  constructor(
    private readonly reader: Reader,
    private readonly identities: IdentityRepository,
  ) {}

  /** `138****8000` of each member who has a phone; a verified one comes first. */
  async maskedPhones(memberIds: readonly MemberId[]): Promise<Map<MemberId, string>> {
    const rows = await this.rows(memberIds, "AND kind = 'phone'");
    const phones = new Map<MemberId, string>();
    for (const row of rows)
      if (!phones.has(row.memberId)) phones.set(row.memberId, maskPhone(this.identities.valueOf(row.value)));
    return phones;
  }

  async identitiesOf(memberId: MemberId): Promise<IdentityView[]> {
    const rows = await this.rows([memberId], '');
    return rows.map((row) => ({
      kind: row.kind,
      valueMasked: masked(row.kind, this.identities.valueOf(row.value)),
      verified: row.verifiedAt !== null,
      at: row.at,
    }));
  }

  /** Unmasked: for the member's own export only. */
  async plainIdentitiesOf(memberId: MemberId): Promise<{ kind: string; value: string; since: Date }[]> {
    const rows = await this.rows([memberId], '');
    return rows.map((row) => {
      const value = this.identities.valueOf(row.value);
      return { kind: row.kind, value: row.kind === 'phone' ? readablePhone(value) : value, since: row.at };
    });
  }

  /** By which WeChat's content check knows the author. null for members who never used the mini-program. */
  async openidOf(memberId: MemberId): Promise<string | null> {
    const [row] = await this.rows([memberId], "AND kind = 'miniapp-openid'");
    return row ? this.identities.valueOf(row.value) : null;
  }

  private async rows(memberIds: readonly MemberId[], and: string): Promise<Row[]> {
    if (memberIds.length === 0) return [];
    return this.reader.query<Row>(
      `SELECT CAST(member_id AS CHAR) AS memberId, kind, value_encrypted AS value, verified_at AS verifiedAt, created_at AS at
         FROM members_identity WHERE member_id IN (?) ${and} ORDER BY member_id, verified_at IS NULL, id`,
      [memberIds],
    );
  }
}

const masked = (kind: string, value: string): string => {
  if (kind === 'phone') return maskPhone(value);
  return value.length <= 6 ? `${value.slice(0, 1)}***` : `${value.slice(0, 3)}***${value.slice(-3)}`;
};
