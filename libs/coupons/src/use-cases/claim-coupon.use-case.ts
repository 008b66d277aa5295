import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, GroupCommit, Idempotency, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { GrantCoupons, type GrantedCoupon } from './grant-coupons.use-case';

export interface ClaimCouponCommand {
  readonly templateId: string;
  readonly memberId: MemberId;
  readonly idempotencyKey: string;
}

/**
 * A member claims one coupon. Claims that wait at the same moment share one transaction (one flusher, because a crowd
 * meets one template's row), and each is answered after COMMIT. Throws TemplateNotFound, TemplateNotActive,
 * ClaimNotStarted, ClaimEnded, ClaimLimitReached, StockExhausted.
 */
@Injectable()
export class ClaimCoupon {
  private readonly commits: GroupCommit<ClaimCouponCommand, GrantedCoupon>;

  constructor(unitOfWork: UnitOfWork, idempotency: Idempotency, grants: GrantCoupons, @Inject(CLOCK) clock: Clock) {
    this.commits = new GroupCommit(unitOfWork, (tx, commands) =>
      idempotency.runMany<GrantedCoupon>(tx, commands.map(claimOf), (fresh) =>
        grants.execute(
          tx,
          fresh.map((i) => ({ channel: 'claim' as const, ...commands[i]! })),
          clock.now(),
        ),
      ),
    );
  }

  execute(command: ClaimCouponCommand): Promise<GrantedCoupon> {
    return this.commits.submit(command);
  }
}

const claimOf = ({ templateId, memberId, idempotencyKey }: ClaimCouponCommand) => ({
  scope: `coupons.claim:member:${memberId}`,
  key: idempotencyKey,
  input: { templateId },
});
