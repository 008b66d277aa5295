import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Gender } from '../rules/profile';
import { refuse } from '../rules/refusals';
import { type ConsentRecord, ConsentRepository } from '../store/consent.repository';
import { MemberRepository, type MemberStatus } from '../store/member.repository';
import { ContactsRead } from './contacts.read';

/** One member as he sees himself. */
export interface MemberProfile {
  readonly memberId: MemberId;
  readonly memberNo: string;
  readonly nickname: string;
  readonly avatarUrl: string | null;
  /** null where none is known (an imported member). */
  readonly phoneMasked: string | null;
  readonly birthday: string | null;
  readonly gender: Gender;
  readonly status: MemberStatus;
  readonly joinedAt: Date;
  readonly consents: readonly ConsentRecord[];
}

@Injectable()
export class MemberProfileRead {
  constructor(
    private readonly reader: Reader,
    private readonly members: MemberRepository,
    private readonly consents: ConsentRepository,
    private readonly contacts: ContactsRead,
  ) {}

  /** Throws MemberNotFound. */
  async of(memberId: MemberId): Promise<MemberProfile> {
    const [[member], consents, phones] = await Promise.all([
      this.members.byIds(this.reader, [memberId]),
      this.consents.current(this.reader, memberId),
      this.contacts.maskedPhones([memberId]),
    ]);
    if (!member) throw refuse('MemberNotFound');
    const { id, memberNo, nickname, avatarUrl, birthday, gender, status, joinedAt } = member;
    const phoneMasked = phones.get(memberId) ?? null;
    return { memberId: id, memberNo, nickname, avatarUrl, phoneMasked, birthday, gender, status, joinedAt, consents };
  }
}
