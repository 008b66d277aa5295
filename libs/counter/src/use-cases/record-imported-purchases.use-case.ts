import { LoyaltyDoor } from '@fanloop/loyalty';
import { type Tx, UnitOfWork, type UnitOfWorkOptions } from '@fanloop/platform';
import { type PurchaseDraft, type RecordedPurchase, SalesDoor } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { ReceiptRepository } from '../store/receipt.repository';

export interface ImportedBatch {
  /** In the order of the drafts; duplicates are marked. */
  readonly purchases: readonly RecordedPurchase[];
  readonly points: number;
}

/**
 * Records purchases of the past, judged by the active rules at their own time, with points and receipts, in one
 * transaction. Give them in the order of their time, some hundred at once. A key that is known writes nothing.
 */
@Injectable()
export class RecordImportedPurchases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sales: SalesDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly receipts: ReceiptRepository,
  ) {}

  execute(drafts: readonly PurchaseDraft[], options: UnitOfWorkOptions = {}): Promise<ImportedBatch> {
    return this.unitOfWork.run((tx) => this.record(tx, drafts), options);
  }

  /** The same inside a transaction that also holds a checkpoint. */
  async record(tx: Tx, drafts: readonly PurchaseDraft[]): Promise<ImportedBatch> {
    const purchases = await this.sales.recordPurchases(tx, drafts);
    const judged = purchases.filter((purchase) => !purchase.duplicate && purchase.memberId !== null);
    const earned = judged.length > 0 ? await this.loyalty.earnForPurchases(tx, judged) : [];
    await this.receipts.insert(
      tx,
      judged.map((purchase, i) => ({
        purchaseId: purchase.purchaseId,
        points: earned[i]!.points,
        balanceAfter: earned[i]!.balanceAfter,
        why: earned[i]!.why,
        couponId: null,
        couponName: null,
      })),
    );
    return { purchases, points: earned.reduce((sum, one) => sum + one.points, 0) };
  }
}
