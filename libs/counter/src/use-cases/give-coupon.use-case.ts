import type { GrantedCoupon } from '@fanloop/coupons';
import type { Clock } from '@fanloop/kernel';
import { assertAllowed } from '@fanloop/organization';
import { CLOCK, Idempotency, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ServedMember } from '../store/served-member';
import { GivingDesk } from './giving-desk';
import type { Clerk } from './record-purchase.use-case';

export interface CouponDeskQuery {
  readonly clerk: Clerk;
  readonly visitToken: string;
  readonly storeId: string;
}

export interface GiveCouponCommand extends CouponDeskQuery {
  readonly templateId: string;
  readonly idempotencyKey: string;
}

/**
 * A clerk gives a coupon to the member whose code was scanned, once per key. Throws VisitExpired, VisitInvalid, MemberNotActive,
 * and what the coupons say (NotByClerks, ClerkDaySpent, ClaimLimitReached, StockExhausted …).
 */
@Injectable()
export class GiveCoupon {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: GivingDesk,
    private readonly served: ServedMember,
    private readonly idempotency: Idempotency,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ clerk, visitToken, storeId, templateId, idempotencyKey }: GiveCouponCommand): Promise<GrantedCoupon> {
    assertAllowed(clerk, 'coupons.give', storeId);
    const { staffId } = clerk;
    const claim = {
      scope: `counter.give-coupon:staff:${staffId}`,
      key: idempotencyKey,
      input: { visitToken, storeId, templateId },
    };
    return this.unitOfWork.run((tx) =>
      this.idempotency.run(tx, claim, async () => {
        const now = this.clock.now();
        const memberId = await this.served.of(tx, { staffId, visitToken, storeId }, now);
        return this.desk.give(tx, { templateId, memberId, staffId, storeId }, now);
      }),
    );
  }
}
