import { type BestChoice, CouponsDoor, type UsableCoupon } from '@fanloop/coupons';
import { type Clock, unwrap } from '@fanloop/kernel';
import { type Hint, LoyaltyDoor } from '@fanloop/loyalty';
import { assertAllowed } from '@fanloop/organization';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { sumFen, withCoupon } from '../rules/basket';
import { PrepareSale, type SaleQuery } from './prepare-sale';
import type { Clerk } from './record-purchase.use-case';
import { ShopperFacts } from './shopper-facts';

export interface PurchasePreview {
  readonly grossFen: number;
  readonly discountFen: number;
  readonly payableFen: number;
  readonly points: number;
  readonly why: readonly string[];
  /** What a little more in the basket would give. */
  readonly hint: Hint | null;
  readonly coupons: readonly Pick<UsableCoupon, 'couponId' | 'usable' | 'reason' | 'discountFen'>[];
  /** The coupons that save most together. */
  readonly best: BestChoice;
  /** Why the chosen coupons do not go together; the figures are then those without any. */
  readonly couponProblem: string | null;
  /** What is handed over besides. */
  readonly gifts: readonly string[];
  /** The tier this purchase would lift the shopper to; null when the tier stays. */
  readonly tierAfter: { readonly code: string; readonly name: string } | null;
}

/** What a purchase would cost and earn, by the same rules that will record it. Writes nothing. */
@Injectable()
export class PreviewPurchase {
  constructor(
    private readonly prepare: PrepareSale,
    private readonly coupons: CouponsDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly shoppers: ShopperFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(query: SaleQuery & { readonly clerk: Clerk }): Promise<PurchasePreview> {
    assertAllowed(query.clerk, 'purchases.record', query.storeId);
    const sale = unwrap(await this.prepare.execute(query, this.clock.now()));
    const { memberId, at, store } = sale;
    const shopper = sale.shopper ?? (await this.shoppers.of(memberId));
    const place = { storeId: store.id, zone: store.zone, channel: 'store' };
    const { coupons, best, chosen } = await this.coupons.usableAt({
      ...place,
      memberId,
      shopper,
      lines: sale.lines,
      couponIds: sale.couponIds,
      at,
    });
    const lines = chosen?.ok ? withCoupon(sale.lines, chosen.value.lineDiscounts) : sale.lines;
    const earned = await this.loyalty.previewPurchase({
      ...place,
      memberId,
      at,
      lines,
      ordinal: shopper.ordinal,
    });
    return {
      grossFen: sumFen(lines, 'grossFen'),
      discountFen: sumFen(lines, 'discountFen'),
      payableFen: sumFen(lines, 'amountFen'),
      points: earned.points,
      why: [...earned.why],
      hint: earned.hint,
      coupons: coupons.map(({ couponId, usable, reason, discountFen }) => ({
        couponId,
        usable,
        reason,
        discountFen,
      })),
      best,
      couponProblem: chosen && !chosen.ok ? chosen.refusal.reason('zh') : null,
      gifts: chosen?.ok ? chosen.value.parts.flatMap(({ discount }) => discount.gift ?? []) : [],
      tierAfter: earned.tierChanged ? earned.tier : null,
    };
  }
}
