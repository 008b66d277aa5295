import { AuditLog, type Tx } from '@fanloop/platform';
import type { Refund } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import type { PointsTaken, RefundFigures } from '../rules/refund';
import { RefundNoteRepository } from '../store/refund-note.repository';

/** What a refund leaves behind: a line in the audit, and what was told, to be shown again as it was. */
@Injectable()
export class RefundTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly notes: RefundNoteRepository,
  ) {}

  async leave(
    tx: Tx,
    done: {
      readonly refund: Refund;
      readonly figures: RefundFigures;
      readonly taken: PointsTaken;
      readonly staffId: string;
      readonly reason: string;
      /** Taken back as a slip. */
      readonly undone: boolean;
    },
  ): Promise<void> {
    const { refund, figures, taken, staffId, reason, undone } = done;
    await this.notes.insert(tx, {
      ...figures,
      refundId: refund.refundId,
      balanceAfter: taken.balanceAfter,
      why: taken.why,
    });
    await this.audit.append(tx, {
      actor: { kind: 'staff', id: staffId },
      action: undone ? 'counter.purchase-undone' : 'counter.purchase-refunded',
      subject: `purchase:${refund.purchaseNo}`,
      details: {
        refundNo: refund.refundNo,
        amountFen: refund.amountFen,
        deductedFen: refund.deductedFen,
        couponDeductedFen: figures.couponDeductedFen,
        full: refund.full,
        reason,
      },
    });
  }
}
