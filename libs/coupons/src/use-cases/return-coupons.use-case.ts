import { domainEvent } from '@fanloop/events';
import { BusinessCalendar, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Coupon } from '../rules/coupon';
import { giveBack } from '../rules/give-back';
import { CouponRepository } from '../store/coupon.repository';
import { type OpenRedemption, type RedemptionKey, RedemptionRepository } from '../store/redemption.repository';
import { UseBudgets } from '../store/use-budgets';

/**
 * Gives the coupons of a refunded purchase back: the SAME coupons, under the terms of their claim, once (C5, C9). Coupons
 * are locked before their redemptions, and those before their budgets, as in redeeming, so that undoing and doing wait for each other.
 */
@Injectable()
export class ReturnCoupons {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly redemptions: RedemptionRepository,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly budgets: UseBudgets,
  ) {}

  /** True when a coupon came back; false when the purchase had none, or it has come back already. */
  async execute(tx: Tx, key: RedemptionKey, at: Date, undone = false): Promise<boolean> {
    const open = await this.redemptions.open(tx, key);
    const coupons = await this.coupons.lock(
      tx,
      open.map((redemption) => redemption.couponId),
    );
    const back: OpenRedemption[] = [];
    for (const redemption of open) {
      // The list was read before the lock: who closed it meanwhile has given the coupon back.
      if (!(await this.redemptions.close(tx, redemption.redemptionId, at))) continue;
      await this.release(tx, coupons.get(redemption.couponId)!, redemption, { at, undone });
      back.push(redemption);
    }
    const counted = back.flatMap(({ budgetDay, ...use }) => (budgetDay === null ? [] : [{ ...use, day: budgetDay }]));
    await this.budgets.giveBack(tx, counted);
    return back.length > 0;
  }

  private async release(
    tx: Tx,
    coupon: Coupon,
    { reference }: OpenRedemption,
    { at, undone }: { readonly at: Date; readonly undone: boolean },
  ): Promise<void> {
    const back = giveBack(coupon, at, (from, days) => this.calendar.startOfDayAfter(from, days), undone);
    if (!(await this.coupons.giveBack(tx, coupon.couponId, back, at)))
      throw new Error(`coupon ${coupon.couponId} has an open redemption but is not redeemed`);
    const { couponId, templateId, memberId } = coupon;
    await this.outbox.append(tx, [
      domainEvent(
        'coupons.coupon-returned.v1',
        { couponId, templateId, memberId, reference, at: at.toISOString() },
        at,
      ),
    ]);
  }
}
