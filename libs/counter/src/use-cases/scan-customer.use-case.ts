import type { Clock, MemberId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { assertAllowed } from '@fanloop/organization';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type CustomerCard, CustomerCardRead } from '../reads/customer-card.read';
import { VisitRepository } from '../store/visit.repository';
import type { Clerk } from './record-purchase.use-case';

export interface ScanCommand {
  readonly clerk: Clerk;
  /** The 18 digits of the rotating member code. */
  readonly code: string;
  readonly storeId: string;
}

@Injectable()
export class OpenVisit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MembersDoor,
    private readonly visits: VisitRepository,
  ) {}

  execute(command: ScanCommand, now: Date): Promise<{ memberId: MemberId; visitToken: string }> {
    return this.unitOfWork.run(async (tx) => {
      const memberId = await this.members.resolveMemberCode(tx, command.code, command.clerk.staffId);
      const visitToken = await this.visits.open(tx, {
        memberId,
        storeId: command.storeId,
        staffId: command.clerk.staffId,
        openedAt: now,
      });
      return { memberId, visitToken };
    });
  }
}

/** Opens a visit by a member's code, which is used up with it, and shows the clerk whom he serves. */
@Injectable()
export class ScanCustomer {
  constructor(
    private readonly visits: OpenVisit,
    private readonly cards: CustomerCardRead,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: ScanCommand): Promise<CustomerCard & { readonly visitToken: string }> {
    assertAllowed(command.clerk, 'purchases.record', command.storeId);
    const now = this.clock.now();
    const { memberId, visitToken } = await this.visits.execute(command, now);
    return { visitToken, ...(await this.cards.of(memberId, command.storeId, now)) };
  }
}
