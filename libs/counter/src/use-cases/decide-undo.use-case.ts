import { assertAllowed } from '@fanloop/organization';
import { Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RefundFigures } from '../rules/refund';
import { refuse } from '../rules/refusals';
import { whyNotDecidable } from '../rules/undo';
import type { Clerk } from './record-purchase.use-case';
import type { RefundView } from './refund-steps';
import { UndoDesk } from './undo-sale.use-case';

export interface ConfirmUndoCommand {
  /** The second person, in a session of his own. */
  readonly clerk: Clerk;
  readonly idempotencyKey: string;
  readonly purchaseNo: string;
  readonly seen: RefundFigures;
}

/** The second person of an undo: whoever may refund in that store, and is not the one who asked. */
@Injectable()
export class DecideUndo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly desk: UndoDesk,
  ) {}

  /** Does it. Throws UndoNotWaiting, AlreadyUndone, UndoNeedsAnother, UndoTooLate, RefundChanged. */
  confirm(command: ConfirmUndoCommand): Promise<RefundView> {
    const { clerk, idempotencyKey: key, purchaseNo, seen } = command;
    const claim = { scope: `counter.undo-confirm:staff:${clerk.staffId}`, key, input: { purchaseNo, seen } };
    return this.unitOfWork.run((tx) =>
      this.idempotency.run(tx, claim, async () => {
        const { purchase, known, now } = await this.waiting(tx, purchaseNo, clerk);
        const by = { staffId: clerk.staffId, reason: known.reason, seen };
        const { refundId, view } = await this.desk.takeBack(tx, purchase, by);
        await this.decide(tx, purchase.purchaseId, { staffId: clerk.staffId, at: now, refundId });
        await this.desk.note(tx, clerk.staffId, 'counter.undo-confirmed', purchaseNo, { askedBy: known.askedBy });
        return view;
      }),
    );
  }

  /** Leaves the purchase as it is, for good: what is wrong with it then is a matter of a refund. */
  decline(clerk: Clerk, purchaseNo: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { purchase, known, now } = await this.waiting(tx, purchaseNo, clerk);
      await this.decide(tx, purchase.purchaseId, { staffId: clerk.staffId, at: now, refundId: null });
      await this.desk.note(tx, clerk.staffId, 'counter.undo-declined', purchaseNo, { askedBy: known.askedBy });
    });
  }

  private async waiting(tx: Tx, purchaseNo: string, clerk: Clerk) {
    const { purchase, known, settings, now } = await this.desk.open(tx, purchaseNo);
    assertAllowed(clerk, 'purchases.refund', purchase.storeId);
    const refusal = whyNotDecidable(known, clerk.staffId, { settings, now });
    if (refusal || !known) throw refusal ?? refuse('UndoNotWaiting');
    return { purchase, known, now };
  }

  private async decide(tx: Tx, purchaseId: string, by: Parameters<UndoDesk['undos']['decide']>[2]): Promise<void> {
    if (!(await this.desk.undos.decide(tx, purchaseId, by))) throw refuse('UndoNotWaiting');
  }
}
