import type { Clock, Id } from '@fanloop/kernel';
import { assertAllowed, may } from '@fanloop/organization';
import { AuditLog, CLOCK, Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import type { StandingPurchase } from '@fanloop/sales';
import { Inject, Injectable } from '@nestjs/common';
import type { RefundFigures } from '../rules/refund';
import { refuse } from '../rules/refusals';
import { endOfUndo, needsSecond, type Person, type Undo, whyNotUndoable } from '../rules/undo';
import { TillSettingsRepository } from '../store/till-settings.repository';
import { UndoRepository } from '../store/undo.repository';
import type { Clerk } from './record-purchase.use-case';
import { RefundSteps, type RefundView } from './refund-steps';

export interface UndoCommand {
  readonly clerk: Clerk;
  readonly idempotencyKey: string;
  readonly purchaseNo: string;
  readonly reason: string;
  /** What the preview showed. */
  readonly seen: RefundFigures;
}

/** Plain JSON: stored as the answer to a repeated request. */
export type UndoAnswer =
  | { readonly state: 'done'; readonly refund: RefundView }
  /** A second person has until then to agree, ISO 8601 UTC. */
  | { readonly state: 'waiting'; readonly until: string };

export const personOf = (clerk: Clerk, storeId: string): Person => ({
  staffId: clerk.staffId,
  mayRefund: may(clerk, 'purchases.refund', storeId),
});

/** What an undo stands on, in the transaction of the one who does it. */
@Injectable()
export class UndoDesk {
  constructor(
    readonly steps: RefundSteps,
    readonly undos: UndoRepository,
    private readonly settings: TillSettingsRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The purchase with its row locked, what is known of its undo, the settings and the time. */
  async open(tx: Tx, purchaseNo: string) {
    const purchase = await this.steps.sales.lockPurchase(tx, purchaseNo);
    const known = (await this.undos.find(tx, [purchase.purchaseId])).get(purchase.purchaseId) ?? null;
    return { purchase, known, settings: await this.settings.undo(tx), now: this.clock.now() };
  }

  /** Money, points and coupon back: a refund of the whole that says why it was one. */
  async takeBack(
    tx: Tx,
    purchase: StandingPurchase,
    by: { readonly staffId: string; readonly reason: string; readonly seen: RefundFigures },
  ): Promise<{ readonly refundId: Id; readonly view: RefundView }> {
    return this.steps.run(tx, purchase, { ...by, undone: true });
  }

  note(tx: Tx, staffId: string, action: string, purchaseNo: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.append(tx, {
      actor: { kind: 'staff', id: staffId },
      action,
      subject: `purchase:${purchaseNo}`,
      details,
    });
  }
}

/**
 * 撤销: a clerk who has recorded the wrong purchase or used the wrong coupon takes the whole record back as a mistake, within a
 * set time, once (C12). Above a set amount it waits until a second person agrees.
 */
@Injectable()
export class UndoSale {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly desk: UndoDesk,
  ) {}

  /** Throws UndoTooLate, UndoOthersRecord, UndoAfterRefund, UndoWaiting, AlreadyUndone, UndoDeclined, RefundChanged. */
  execute(command: UndoCommand): Promise<UndoAnswer> {
    const { clerk, idempotencyKey: key, purchaseNo, reason, seen } = command;
    const claim = { scope: `counter.undo:staff:${clerk.staffId}`, key, input: { purchaseNo, reason, seen } };
    return this.unitOfWork.run((tx) => this.idempotency.run(tx, claim, () => this.undo(tx, command)));
  }

  private async undo(tx: Tx, command: UndoCommand): Promise<UndoAnswer> {
    const { clerk, purchaseNo } = command;
    const { purchase, known, settings, now } = await this.desk.open(tx, purchaseNo);
    assertAllowed(clerk, 'purchases.record', purchase.storeId);
    const refusal = whyNotUndoable(purchase, known, personOf(clerk, purchase.storeId), { settings, now });
    if (refusal) throw refusal;
    if (!needsSecond(purchase, settings)) return this.done(tx, purchase, command, now);
    await this.keep(tx, purchase, command, { at: now, refundId: null });
    await this.desk.note(tx, clerk.staffId, 'counter.undo-asked', purchaseNo, { reason: command.reason });
    return { state: 'waiting', until: endOfUndo(now, settings).toISOString() };
  }

  private async done(tx: Tx, purchase: StandingPurchase, command: UndoCommand, at: Date): Promise<UndoAnswer> {
    const { clerk, reason, seen } = command;
    const { refundId, view } = await this.desk.takeBack(tx, purchase, { staffId: clerk.staffId, reason, seen });
    await this.keep(tx, purchase, command, { at, refundId });
    return { state: 'done', refund: view };
  }

  private async keep(
    tx: Tx,
    { purchaseId, storeId }: StandingPurchase,
    { clerk, reason }: UndoCommand,
    { at, refundId }: { readonly at: Date; readonly refundId: Undo['refundId'] },
  ): Promise<void> {
    const kept = await this.desk.undos.insert(tx, {
      purchaseId,
      storeId,
      askedBy: clerk.staffId,
      at,
      reason,
      refundId,
    });
    if (!kept) throw refuse('AlreadyUndone');
  }
}
