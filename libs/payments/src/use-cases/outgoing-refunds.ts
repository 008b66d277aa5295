import { Reader, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type OutgoingRefund, RefundRepository } from '../store/refund.repository';

/** The sending's own look at the tables. */
@Injectable()
export class OutgoingRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly refunds: RefundRepository,
  ) {}

  byNumber(refundNo: string): Promise<OutgoingRefund | null> {
    return this.refunds.outgoing(this.reader, refundNo);
  }

  async noteTrouble(refund: OutgoingRefund, code: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.refunds.noteTrouble(tx, refund.refundId, code));
  }
}
