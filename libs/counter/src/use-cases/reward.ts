import { type EarnResult, LoyaltyDoor } from '@fanloop/loyalty';
import type { Tx } from '@fanloop/platform';
import type { RecordedPurchase } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { ReceiptRepository } from '../store/receipt.repository';

/** The coupon that a purchase was made with. */
export interface CouponUsed {
  readonly couponId: string;
  readonly name: string;
}

/** Pays the points of recorded purchases and keeps what their receipts say. */
@Injectable()
export class Reward {
  constructor(
    private readonly loyalty: LoyaltyDoor,
    private readonly receipts: ReceiptRepository,
  ) {}

  /** One result per purchase, in order; `coupons` in the same order, or empty. Only purchases of members. */
  async execute(
    tx: Tx,
    purchases: readonly RecordedPurchase[],
    coupons: readonly (CouponUsed | null)[] = [],
  ): Promise<EarnResult[]> {
    if (purchases.length === 0) return [];
    const earned = await this.loyalty.earnForPurchases(
      tx,
      purchases.map((purchase) => ({ ...purchase, ordinalOfMember: purchase.ordinalOfMember ?? 1 })),
    );
    await this.receipts.insert(
      tx,
      purchases.map((purchase, i) => ({
        purchaseId: purchase.purchaseId,
        points: earned[i]!.points,
        balanceAfter: earned[i]!.balanceAfter ?? 0,
        why: earned[i]!.why,
        couponId: coupons[i]?.couponId ?? null,
        couponName: coupons[i]?.name ?? null,
      })),
    );
    return earned;
  }
}
