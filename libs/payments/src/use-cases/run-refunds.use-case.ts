import { type Clock, messageOf } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { nextRefundCheck } from '../rules/check-times';
import type { Refund } from '../rules/refund';
import { RefundRepository } from '../store/refund.repository';
import { SendRefund } from './send-refund.use-case';

const BATCH = 20;

/**
 * The sweep: refunds that are to be sent, or asked about. Each is put off first, as payments are; a refund that was sent twice
 * is one refund, because it keeps its number.
 */
@Injectable()
export class RunRefunds {
  private readonly logger = new Logger('payments');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
    private readonly send: SendRefund,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many refunds were looked at. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    for (let looked = 0; ; ) {
      const due = await this.take(now);
      for (const refund of due) await this.look(refund);
      looked += due.length;
      if (due.length < BATCH) return looked;
    }
  }

  private take(now: Date): Promise<Refund[]> {
    return this.unitOfWork.run(async (tx) => {
      const due = await this.refunds.due(tx, now, BATCH);
      for (const refund of due) await this.refunds.checkAgain(tx, refund.refundId, nextRefundCheck(refund.checks, now));
      return due;
    });
  }

  private async look(refund: Refund): Promise<void> {
    try {
      await this.send.execute(refund.refundNo);
    } catch (error) {
      const why = messageOf(error);
      this.logger.warn({ refundNo: refund.refundNo, why }, 'a refund did not get on');
    }
  }
}
