import type { MemberId } from '@fanloop/kernel';
import { type Queryable, Reader, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '../rules/consent';
import { normalPhone } from '../rules/phone';
import { ConsentRepository } from '../store/consent.repository';
import { IdentityRepository } from '../store/identity.repository';
import { type ActivePage, MemberRepository, type MemberRow, type MemberStatus } from '../store/member.repository';

export type MemberSummary = Pick<
  MemberRow,
  'memberNo' | 'nickname' | 'avatarUrl' | 'birthday' | 'joinedAt' | 'status'
> & { readonly memberId: MemberId };

/** Members for other contexts, many at once. */
@Injectable()
export class MembersLookup {
  constructor(
    private readonly reader: Reader,
    private readonly members: MemberRepository,
    private readonly identities: IdentityRepository,
    private readonly consents: ConsentRepository,
  ) {}

  /** Inside a transaction pass it as `from`, so that members it has just made are seen. Unknown ids are left out. */
  async summaries(ids: readonly MemberId[], from: Queryable = this.reader): Promise<Map<MemberId, MemberSummary>> {
    const rows = await this.members.byIds(from, [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, summaryOf(row)]));
  }

  /** Keyed by the value as given; values that nobody has are left out. */
  async byIdentity(kind: string, values: readonly string[], from: Queryable = this.reader) {
    const keys = values.flatMap((given) => {
      const value = kind === 'phone' ? normalPhone(given) : given;
      return value === null ? [] : [{ given, key: { kind, value } }];
    });
    const rows = await this.identities.find(
      from,
      keys.map(({ key }) => key),
    );
    return new Map<string, MemberId>(
      keys.flatMap(({ given, key }) => {
        const memberId = rows.get(this.identities.indexOf(key))?.memberId;
        return memberId ? [[given, memberId] as const] : [];
      }),
    );
  }

  byNumber(numbers: readonly string[]): Promise<Map<string, MemberId>> {
    return this.members.idsByNumber(this.reader, numbers);
  }

  activePage(page: ActivePage): Promise<MemberId[]> {
    return this.members.activePage(this.reader, page);
  }

  lockStatuses(tx: Tx, ids: readonly MemberId[]): Promise<Map<MemberId, MemberStatus>> {
    return this.members.lockStatuses(tx, ids);
  }

  agreeing(ids: readonly MemberId[], purpose: ConsentPurpose): Promise<Set<MemberId>> {
    return this.consents.agreeing(this.reader, ids, purpose);
  }
}

const summaryOf = ({ id, memberNo, nickname, avatarUrl, birthday, joinedAt, status }: MemberRow): MemberSummary => ({
  memberId: id,
  memberNo,
  nickname,
  avatarUrl,
  birthday,
  joinedAt,
  status,
});
