import { CouponsDoor, type UsableCoupon } from '@fanloop/coupons';
import { type Clock, unwrap } from '@fanloop/kernel';
import { type Hint, LoyaltyDoor } from '@fanloop/loyalty';
import { assertAllowed } from '@fanloop/organization';
import { CLOCK } from '@fanloop/platform';
import { SalesDoor } from '@fanloop/sales';
import { Inject, Injectable } from '@nestjs/common';
import { sumFen, withCoupon } from '../rules/basket';
import { refuse } from '../rules/refusals';
import { PrepareSale, type SaleQuery } from './prepare-sale';
import type { Clerk } from './record-purchase.use-case';

export interface PurchasePreview {
  readonly grossFen: number;
  readonly discountFen: number;
  readonly payableFen: number;
  readonly points: number;
  readonly why: readonly string[];
  /** What a little more in the basket would give. */
  readonly hint: Hint | null;
  readonly coupons: readonly Pick<UsableCoupon, 'couponId' | 'usable' | 'reason' | 'discountFen'>[];
  readonly tierAfter: { readonly code: string; readonly name: string } | null;
}

/** What a purchase would cost and earn, by the same rules that will record it. Writes nothing. */
@Injectable()
export class PreviewPurchase {
  constructor(
    private readonly prepare: PrepareSale,
    private readonly sales: SalesDoor,
    private readonly coupons: CouponsDoor,
    private readonly loyalty: LoyaltyDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(query: SaleQuery & { readonly clerk: Clerk }): Promise<PurchasePreview> {
    assertAllowed(query.clerk, 'purchases.record', query.storeId);
    if (query.couponIds.length > 1) throw refuse('OneCouponOnly');
    const sale = unwrap(await this.prepare.execute(query, this.clock.now()));
    const { memberId, at, store } = sale;
    const [coupons, ordinal] = await Promise.all([
      this.coupons.usableAt({ memberId, storeId: store.id, lines: sale.lines, at }),
      this.sales.nextOrdinalOf(memberId),
    ]);
    const chosen = coupons.find((coupon) => coupon.couponId === sale.couponId && coupon.usable);
    const lines = chosen ? withCoupon(sale.lines, chosen.lineDiscounts) : sale.lines;
    const earned = await this.loyalty.previewPurchase({
      memberId,
      storeId: store.id,
      zone: store.zone,
      channel: 'store',
      at,
      lines,
      ordinal,
    });
    return {
      grossFen: sumFen(lines, 'grossFen'),
      discountFen: sumFen(lines, 'discountFen'),
      payableFen: sumFen(lines, 'amountFen'),
      points: earned.points,
      why: [...earned.why],
      hint: earned.hint,
      coupons: coupons.map(({ couponId, usable, reason, discountFen }) => ({ couponId, usable, reason, discountFen })),
      tierAfter: earned.tier,
    };
  }
}
