import { type Tx, UnitOfWork, type UnitOfWorkOptions } from '@fanloop/platform';
import { type PurchaseDraft, type RecordedPurchase, SalesDoor } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { Reward } from './reward';

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
    private readonly reward: Reward,
  ) {}

  execute(drafts: readonly PurchaseDraft[], options: UnitOfWorkOptions = {}): Promise<ImportedBatch> {
    return this.unitOfWork.run((tx) => this.record(tx, drafts), options);
  }

  /** The same inside a transaction that also holds a checkpoint. */
  async record(tx: Tx, drafts: readonly PurchaseDraft[]): Promise<ImportedBatch> {
    const purchases = await this.sales.recordPurchases(tx, drafts);
    const judged = purchases.flatMap((purchase, i) =>
      purchase.duplicate || purchase.memberId === null ? [] : [{ purchase, zone: drafts[i]!.zone, coupon: null }],
    );
    const earned = await this.reward.execute(
      tx,
      judged.map(({ purchase }) => purchase),
      judged,
    );
    return { purchases, points: earned.reduce((sum, one) => sum + one.points, 0) };
  }
}
