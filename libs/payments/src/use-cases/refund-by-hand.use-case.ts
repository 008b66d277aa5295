import type { Fen, StaffId } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { RequestRefund } from './request-refund.use-case';

export interface RefundByHandCommand {
  readonly paymentNo: string;
  readonly amountFen: Fen;
  /** The shopper reads it. */
  readonly reason: string;
  readonly staffId: StaffId;
  /** The same again is the same refund. */
  readonly idempotencyKey: string;
}

/**
 * A manager gives money back, with a reason; audited. The order that was paid for stays as it is. Refuses ReasonMissing and what
 * RequestRefund refuses.
 */
@Injectable()
export class RefundByHand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RequestRefund,
    private readonly audit: AuditLog,
  ) {}

  /** The refund's number. */
  async execute(command: RefundByHandCommand): Promise<string> {
    const { paymentNo, amountFen, staffId } = command;
    const reason = command.reason.trim();
    if (!reason) throw refuse('ReasonMissing');
    return this.unitOfWork.run(async (tx) => {
      const reference = `hand:${staffId}:${command.idempotencyKey}`;
      const { refundNo, isNew } = await this.refunds.ask(tx, {
        ...{ paymentNo, amountFen, reference, reason },
        requestedBy: `staff:${staffId}`,
      });
      if (isNew)
        await this.audit.append(tx, {
          actor: { kind: 'staff', id: staffId },
          action: 'payments.refund-requested',
          subject: `payment:${paymentNo}`,
          details: { refundNo, amountFen, reason },
        });
      return refundNo;
    });
  }
}
