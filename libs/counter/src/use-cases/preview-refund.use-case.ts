import { CouponsDoor } from '@fanloop/coupons';
import type { Clock } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { assertAllowed } from '@fanloop/organization';
import { CLOCK, Reader } from '@fanloop/platform';
import { type PurchaseView, planRefund, type RefundPlan, type RefundWish, refuseSale, SalesDoor } from '@fanloop/sales';
import { Inject, Injectable } from '@nestjs/common';
import { figuresOf, linesAfter, linesTaken, NO_POINTS, type PointsTaken, paidBackOf } from '../rules/refund';
import { ReceiptRepository } from '../store/receipt.repository';
import type { Clerk } from './record-purchase.use-case';
import type { RefundView } from './refund-steps';

export interface RefundQuery extends RefundWish {
  readonly clerk: Clerk;
  readonly purchaseNo: string;
}

export interface RefundPreview extends Omit<RefundView, 'refundNo'> {
  /** The coupon that the purchase was made with; it comes back with the last of the purchase only. */
  readonly couponName: string | null;
  /** The tier now; `tierAfter` is the one after the refund. */
  readonly tierBefore: { readonly code: string; readonly name: string } | null;
}

/** What taking back would do to money, points and coupon, by the same rules that will do it. Writes nothing. */
@Injectable()
export class RefundLook {
  constructor(
    readonly reader: Reader,
    private readonly coupons: CouponsDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly receipts: ReceiptRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async at(purchase: PurchaseView, wish: RefundWish): Promise<RefundPreview> {
    const plan = planRefund(purchase, wish);
    const { purchaseId } = purchase;
    const note = (await this.receipts.find(this.reader, [purchaseId])).get(purchaseId);
    const [taken, tierBefore] = await Promise.all([this.pointsOf(purchase, plan), this.tierOf(purchase)]);
    const share = await this.coupons.previewKeepBack({
      reference: purchase.purchaseNo,
      lines: linesAfter(plan, purchase.lines),
      moneyFen: plan.amountFen - taken.deductedFen,
    });
    const figures = figuresOf(plan.amountFen, taken, {
      couponReturned: plan.full && (note?.couponId ?? null) !== null,
      couponDeductedFen: share.deductedFen,
    });
    return {
      ...figures,
      paidBackFen: paidBackOf(figures),
      full: plan.full,
      lines: linesTaken(plan, purchase.lines),
      couponName: note?.couponName ?? null,
      tierBefore,
      balanceAfter: taken.balanceAfter,
      tierAfter: taken.tierAfter,
      why: [...taken.why, ...share.why],
    };
  }

  private async tierOf({ memberId }: PurchaseView): Promise<RefundPreview['tierBefore']> {
    const tier = memberId ? (await this.loyalty.accounts([memberId])).get(memberId)?.tier : null;
    return tier ? { code: tier.code, name: tier.name } : null;
  }

  private async pointsOf(purchase: PurchaseView, plan: RefundPlan): Promise<PointsTaken> {
    const { purchaseId, memberId, storeId } = purchase;
    if (memberId === null) return NO_POINTS;
    const at = this.clock.now();
    return this.loyalty.previewClawBack(this.reader, {
      purchaseId,
      memberId,
      storeId,
      at,
      reason: '',
      lines: plan.lines,
    });
  }
}

/** What a refund would do, for whoever may refund in the purchase's store. */
@Injectable()
export class PreviewRefund {
  constructor(
    private readonly sales: SalesDoor,
    private readonly look: RefundLook,
  ) {}

  /** Throws PurchaseNotFound and the refusals that the refund itself would give. */
  async execute(query: RefundQuery): Promise<RefundPreview> {
    const purchase = await this.sales.purchaseByNo(query.purchaseNo);
    if (!purchase) throw refuseSale('PurchaseNotFound');
    assertAllowed(query.clerk, 'purchases.refund', purchase.storeId);
    return this.look.at(purchase, query);
  }
}
