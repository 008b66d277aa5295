import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, randomCode, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { MemberRepository } from '../store/member.repository';
import { ClosureNotices } from './closure-notices';
import { IdentityRelease } from './identity-release';

const RECEIPT_LENGTH = 16;

export interface ClosureReceipt {
  readonly receiptNo: string;
  readonly closedAt: Date;
}

/**
 * Closes an account for good: personal fields are erased, identities given back, sessions ended, others told. What stays
 * is the id to which journals refer, the member number, and a receipt.
 */
@Injectable()
export class CloseAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly identities: IdentityRelease,
    private readonly notices: ClosureNotices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: { readonly memberId: MemberId; readonly ip: string }): Promise<ClosureReceipt> {
    const { memberId } = command;
    const staffed = await this.identities.boundToStaff(memberId);
    return this.unitOfWork.run(async (tx) => {
      const closedAt = this.clock.now();
      await this.members.close(tx, memberId, closedAt);
      await this.identities.release(tx, memberId, staffed);
      const receipt = { receiptNo: randomCode(RECEIPT_LENGTH), closedAt };
      await this.notices.send(tx, { ...receipt, ...command });
      return receipt;
    });
  }
}
