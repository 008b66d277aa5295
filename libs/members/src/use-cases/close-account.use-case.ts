import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Idempotency, randomCode, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ClosureNotices } from './closure-notices';
import { Erasure } from './erasure';
import { StaffedIdentities } from './staffed-identities';

const RECEIPT_LENGTH = 16;

export interface ClosureReceipt {
  readonly receiptNo: string;
  /** ISO 8601 UTC. */
  readonly closedAt: string;
}

export interface CloseAccountCommand {
  readonly memberId: MemberId;
  readonly idempotencyKey: string;
  readonly ip: string;
}

/** The part inside the transaction. */
@Injectable()
export class Closing {
  constructor(
    private readonly erasure: Erasure,
    private readonly notices: ClosureNotices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async close(
    tx: Tx,
    command: { readonly memberId: MemberId; readonly keptIdentityIds: readonly string[]; readonly ip: string },
  ): Promise<ClosureReceipt> {
    const closedAt = this.clock.now();
    const receiptNo = randomCode(RECEIPT_LENGTH);
    await this.erasure.erase(tx, { ...command, at: closedAt });
    await this.notices.send(tx, { memberId: command.memberId, ip: command.ip, receiptNo, closedAt });
    return { receiptNo, closedAt: closedAt.toISOString() };
  }
}

/**
 * Closes an account for good: personal fields are erased, identities given back, sessions ended, others told. What stays
 * is the id to which journals refer, the member number, and a receipt.
 */
@Injectable()
export class CloseAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly staffed: StaffedIdentities,
    private readonly closing: Closing,
  ) {}

  async execute({ memberId, idempotencyKey, ip }: CloseAccountCommand): Promise<ClosureReceipt> {
    const keptIdentityIds = await this.staffed.of(memberId);
    const claim = { scope: `members.close:${memberId}`, key: idempotencyKey, input: { memberId } };
    return this.unitOfWork.run((tx) =>
      this.idempotency.run(tx, claim, () => this.closing.close(tx, { memberId, keptIdentityIds, ip })),
    );
  }
}
