import { CLOCK, Outbox, type Tx } from '@fanloop/platform';
import { type RefundPlan, SalesDoor } from '@fanloop/sales';
import type { Type } from '@nestjs/common';
import type { StandingPurchase } from '../../../libs/sales/src/rules/purchase';
import { PurchaseRepository } from '../../../libs/sales/src/store/purchase.repository';
import { RefundRepository } from '../../../libs/sales/src/store/refund.repository';
import { RefundPurchase } from '../../../libs/sales/src/use-cases/refund-purchase.use-case';
import type { TillProcess } from './till-process';

/** The twin of the undo path: it writes what it computed from its look, and nothing holds the purchase between. */
class AbsoluteRefunds extends RefundRepository {
  override async moveOn(tx: Tx, purchase: StandingPurchase, plan: RefundPlan): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, 40));
    await tx.execute('UPDATE sales_purchase SET refunded_fen = ?, refund_state = ? WHERE id = ?', [
      purchase.refundedFen + plan.amountFen,
      plan.full ? 'full' : 'partial',
      purchase.purchaseId,
    ]);
    for (const { lineNo, refundedAfter } of plan.lines)
      await tx.execute(
        'UPDATE sales_purchase_line SET refunded_fen = ?, refunded_quantity = ? WHERE purchase_id = ? AND line_no = ?',
        [refundedAfter.amountFen, refundedAfter.quantity, purchase.purchaseId, lineNo],
      );
    return true;
  }
}
class UnlockedPurchases extends PurchaseRepository {
  private unlocked(tx: Tx): Tx {
    return { ...tx, query: (sql, params) => tx.query(sql.replace('FOR UPDATE', ''), params) };
  }
  override lockById(tx: Tx, id: string) {
    return super.lockById(this.unlocked(tx), id);
  }
  override lockByNo(tx: Tx, no: string) {
    return super.lockByNo(this.unlocked(tx), no);
  }
}

/** A sales door that refunds without holding the purchase. */
export const unlockedSales = (process: TillProcess): SalesDoor => {
  const refunding = new RefundPurchase(
    new UnlockedPurchases(),
    new AbsoluteRefunds(),
    process.get(Outbox),
    process.get(CLOCK as unknown as Type<TillProcess['clock']>),
  );
  return Object.assign(Object.create(process.get(SalesDoor)) as SalesDoor, {
    lockPurchase: (tx: Tx, no: string) => refunding.lock(tx, no),
    refund: (tx: Tx, command: Parameters<RefundPurchase['execute']>[1]) => refunding.execute(tx, command),
  });
};
