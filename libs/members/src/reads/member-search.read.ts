import type { MemberId } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { isMemberNumber } from '../rules/member-number';
import { normalPhone } from '../rules/phone';
import { IdentityRepository } from '../store/identity.repository';
import type { MemberStatus } from '../store/member.repository';
import { ContactsRead } from './contacts.read';

export interface MemberListItem {
  readonly memberId: MemberId;
  readonly memberNo: string;
  readonly nickname: string;
  readonly phoneMasked: string | null;
  readonly joinedAt: Date;
  readonly status: MemberStatus;
}

export interface MemberSearch {
  /** A member number, a whole phone number, its last four digits, or part of a nickname. */
  readonly q: string | null;
  /** Only these members: what another context's filter left over. null: all. */
  readonly within: readonly MemberId[] | null;
  readonly page: number;
  readonly pageSize: number;
}

/** The console's list of members, newest first. */
@Injectable()
export class MemberSearchRead {
  constructor(
    private readonly reader: Reader,
    private readonly identities: IdentityRepository,
    private readonly contacts: ContactsRead,
  ) {}

  async page(search: MemberSearch): Promise<{ items: MemberListItem[]; total: number }> {
    if (search.within?.length === 0) return { items: [], total: 0 };
    const { where, params } = this.conditions(search);
    const count = await this.reader.one<{ n: string }>(`SELECT COUNT(*) AS n FROM members_member m ${where}`, params);
    const rows = await this.reader.query<Omit<MemberListItem, 'phoneMasked'>>(
      `SELECT CAST(m.id AS CHAR) AS memberId, m.member_no AS memberNo, m.nickname, m.joined_at AS joinedAt, m.status
         FROM members_member m ${where} ORDER BY m.joined_at DESC, m.id DESC LIMIT ? OFFSET ?`,
      [...params, search.pageSize, (search.page - 1) * search.pageSize],
    );
    const phones = await this.contacts.maskedPhones(rows.map((row) => row.memberId));
    return {
      items: rows.map((row) => ({ ...row, phoneMasked: phones.get(row.memberId) ?? null })),
      total: num(count?.n),
    };
  }

  private conditions(search: MemberSearch): { where: string; params: unknown[] } {
    const parts: string[] = [];
    const params: unknown[] = [];
    const q = search.q?.trim() ?? '';
    if (q !== '') {
      const [sql, ...values] = this.match(q);
      parts.push(`(${sql})`);
      params.push(...values);
    }
    if (search.within) {
      parts.push('m.id IN (?)');
      params.push(search.within);
    }
    return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', params };
  }

  private match(q: string): [string, ...unknown[]] {
    const nickname = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    if (isMemberNumber(q)) return ['m.member_no = ?', q];
    const phone = normalPhone(q);
    if (phone !== null) return [BY_PHONE, this.identities.indexOf({ kind: 'phone', value: phone })];
    if (/^\d{4}$/.test(q)) return [`${BY_TAIL} OR m.nickname LIKE ?`, this.identities.tailIndexOf(q), nickname];
    return ['m.nickname LIKE ?', nickname];
  }
}

const BY_PHONE = 'm.id IN (SELECT i.member_id FROM members_identity i WHERE i.blind_index = ?)';
const BY_TAIL = 'm.id IN (SELECT i.member_id FROM members_identity i WHERE i.tail_index = ?)';
