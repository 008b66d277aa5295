import type { MemberId } from '@fanloop/kernel';
import { Sessions, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { IdentityRepository } from '../store/identity.repository';
import { MemberRepository } from '../store/member.repository';
import { NoticeRepository } from '../store/notice.repository';

/** Takes the person out of a member: personal fields, identities, inbox, sessions. */
@Injectable()
export class Erasure {
  constructor(
    private readonly members: MemberRepository,
    private readonly identities: IdentityRepository,
    private readonly notices: NoticeRepository,
    private readonly sessions: Sessions,
  ) {}

  async erase(
    tx: Tx,
    erased: { readonly memberId: MemberId; readonly at: Date; readonly keptIdentityIds: readonly string[] },
  ): Promise<void> {
    await this.members.close(tx, erased.memberId, erased.at);
    for (const id of await this.identities.lockOfMember(tx, erased.memberId))
      await this.sessions.revokeAll(tx, 'wechat', id);
    await this.notices.erase(tx, erased.memberId);
    await this.identities.release(tx, erased.memberId, erased.keptIdentityIds);
  }
}
