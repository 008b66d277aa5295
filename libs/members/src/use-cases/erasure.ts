import type { MemberId } from '@fanloop/kernel';
import { Sessions, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { IdentityRepository } from '../store/identity.repository';
import { MemberRepository } from '../store/member.repository';

/** Takes the person out of a member: personal fields, identities, sessions. */
@Injectable()
export class Erasure {
  constructor(
    private readonly members: MemberRepository,
    private readonly identities: IdentityRepository,
    private readonly sessions: Sessions,
  ) {}

  async erase(
    tx: Tx,
    erased: { readonly memberId: MemberId; readonly at: Date; readonly keptIdentityIds: readonly string[] },
  ): Promise<void> {
    await this.members.close(tx, erased.memberId, erased.at);
    for (const id of await this.identities.lockOfMember(tx, erased.memberId))
      await this.sessions.revokeAll(tx, 'wechat', id);
    await this.identities.release(tx, erased.memberId, erased.keptIdentityIds);
  }
}
