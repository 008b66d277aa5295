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

/** What belongs to a recorded purchase and is not kept with it. */
export interface RewardContext {
  /** IANA zone of the store: conditions look at its clock on the wall. */
  readonly zone: string;
  readonly coupon: CouponUsed | null;
}

/** Pays the points of recorded purchases and keeps what their receipts say. */
@Injectable()
export class Reward {
  constructor(
    private readonly loyalty: LoyaltyDoor,
    private readonly receipts: ReceiptRepository,
  ) {}

  /** One result per purchase, in order; `contexts` in the same order. Only purchases of members. */
  async execute(
    tx: Tx,
    purchases: readonly RecordedPurchase[],
    contexts: readonly RewardContext[],
  ): Promise<EarnResult[]> {
    if (purchases.length === 0) return [];
    const earned = await this.loyalty.earnForPurchases(
      tx,
      purchases.map((purchase, i) => ({
        ...purchase,
        zone: contexts[i]?.zone,
        ordinalOfMember: purchase.ordinalOfMember ?? 1,
      })),
    );
    await this.receipts.insert(
      tx,
      purchases.map((purchase, i) => ({
        purchaseId: purchase.purchaseId,
        points: earned[i]!.points,
        balanceAfter: earned[i]!.balanceAfter ?? 0,
        why: earned[i]!.why,
        couponId: contexts[i]?.coupon?.couponId ?? null,
        couponName: contexts[i]?.coupon?.name ?? null,
      })),
    );
    return earned;
  }
}
