import { GiveByClerk, type GrantedCoupon } from '@fanloop/coupons';
import { AuditLog, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** The coupon itself, and its trace. */
@Injectable()
export class GivingDesk {
  constructor(
    private readonly coupons: GiveByClerk,
    private readonly audit: AuditLog,
  ) {}

  async give(
    tx: Tx,
    { storeId, ...gift }: { templateId: string; memberId: string; staffId: string; storeId: string },
    now: Date,
  ): Promise<GrantedCoupon> {
    const coupon = await this.coupons.execute(tx, gift, now);
    await this.audit.append(tx, {
      actor: { kind: 'staff', id: gift.staffId },
      action: 'coupons.given-by-clerk',
      subject: `member:${gift.memberId}`,
      details: { templateId: gift.templateId, couponId: coupon.couponId, storeId },
    });
    return coupon;
  }
}
