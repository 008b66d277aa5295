import type { CouponId } from '@fanloop/kernel';
import { BusinessCalendar, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
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

  async execute(tx: Tx, ids: readonly CouponId[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    const templateIds = await this.coupons.templatesOf(tx, ids);
    await this.templates.lock(tx, templateIds);
    const coupons = await this.coupons.lock(tx, ids);
    const claimed = await this.coupons.claimTimes(tx, ids);
    for (const { couponId, templateId, memberId } of coupons.values())
      if (await this.coupons.withdraw(tx, { couponId, templateId, memberId, at }))
        await this.templates.returnStock(tx, templateId, 1, this.calendar.date(claimed.get(couponId)!));
  }
}
