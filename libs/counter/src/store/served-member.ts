import { type MemberId, unwrap } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import type { Queryable } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { purchaseTimeOf } from '../rules/visit';
import { VisitRepository } from './visit.repository';

/** Who stands in front of the clerk: by the visit that the scan opened. */
@Injectable()
export class ServedMember {
  constructor(
    private readonly visits: VisitRepository,
    private readonly members: MembersDoor,
  ) {}

  /** Throws VisitExpired, VisitInvalid, MemberNotActive. */
  async of(
    from: Queryable,
    { staffId, visitToken, storeId }: { staffId: string; visitToken: string; storeId: string },
    now: Date,
  ): Promise<MemberId> {
    const [visit] = await this.visits.find(from, [visitToken]);
    const { memberId } = unwrap(purchaseTimeOf(visit ?? null, { staffId, storeId, now, occurredAt: null })).visit;
    if ((await this.members.summaries([memberId])).get(memberId)?.status !== 'active') throw refuse('MemberNotActive');
    return memberId;
  }
}
