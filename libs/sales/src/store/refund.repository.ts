import type { PurchaseId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RecordedPurchase, Refund } from '../rules/purchase';

interface FullRefund {
  readonly purchase: RecordedPurchase;
  readonly refundNo: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

@Injectable()
export class RefundRepository {
  /** False when the purchase was refunded before. */
  async markRefunded(tx: Tx, purchaseId: PurchaseId): Promise<boolean> {
    const changed = await tx.execute(
      "UPDATE sales_purchase SET refund_state = 'full' WHERE id = ? AND refund_state = 'none'",
      [purchaseId],
    );
    return changed.affectedRows === 1;
  }

  async insertFull(tx: Tx, refund: FullRefund): Promise<Refund> {
    const { purchase, refundNo, reason, actor, at } = refund;
    const inserted = await tx.execute(
      'INSERT INTO sales_refund (refund_no, purchase_id, member_id, store_id, amount_fen, full, reason, actor, at) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)',
      [refundNo, purchase.purchaseId, purchase.memberId, purchase.storeId, purchase.netFen, reason, actor, at],
    );
    await tx.execute('INSERT INTO sales_refund_line (refund_id, line_no, quantity, amount_fen) VALUES ?', [
      purchase.lines.map((line) => [inserted.insertId, line.lineNo, line.quantity, line.amountFen]),
    ]);
    return {
      refundId: inserted.insertId,
      refundNo,
      purchaseId: purchase.purchaseId,
      purchaseNo: purchase.purchaseNo,
      memberId: purchase.memberId,
      storeId: purchase.storeId,
      amountFen: purchase.netFen,
      full: true,
      at,
    };
  }
}
