import type { CouponId } from '@fanloop/kernel';
import { BusinessCalendar, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { CouponState } from '../rules/terms';
import { CouponRepository } from '../store/coupon.repository';
import { TemplateRepository } from '../store/template.repository';

/**
 * Voids coupons whose reason is gone and that nobody has used, and gives their places in stock and limit back. The templates are
 * locked before the coupons, as in granting. What is used or held by an order stays.
 */
@Injectable()
export class TakeBackCoupons {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly coupons: CouponRepository,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** What each of them is afterwards: `void` where it was unused. Unknown ids are left out. */
  async execute(tx: Tx, ids: readonly CouponId[], at: Date): Promise<Map<CouponId, CouponState>> {
    if (ids.length === 0) return new Map();
    const templateIds = await this.coupons.templatesOf(tx, ids);
    await this.templates.lock(tx, templateIds);
    const coupons = await this.coupons.lock(tx, ids);
    const claimed = await this.coupons.claimTimes(tx, ids);
    const states = new Map<CouponId, CouponState>();
    for (const { couponId, templateId, memberId, state } of coupons.values()) {
      const isTaken = await this.coupons.withdraw(tx, { couponId, templateId, memberId, at });
      if (isTaken) await this.templates.returnStock(tx, templateId, 1, this.calendar.date(claimed.get(couponId)!));
      states.set(couponId, isTaken ? 'void' : state);
    }
    return states;
  }
}
