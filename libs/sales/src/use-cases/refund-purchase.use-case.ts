import { domainEvent } from '@fanloop/events';
import type { Actor, Clock, Fen, PurchaseId } from '@fanloop/kernel';
import { actorLabel } from '@fanloop/kernel';
import { CLOCK, Outbox, randomCode, Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { StandingPurchase } from '../rules/purchase';
import { checkDeduction, planRefund, type Refund, type RefundWish } from '../rules/refund';
import { refuseSale } from '../rules/refusals';
import { PurchaseRepository } from '../store/purchase.repository';
import { RefundRepository } from '../store/refund.repository';

export interface RefundCommand extends RefundWish {
  readonly purchaseId: PurchaseId;
  readonly reason: string;
  readonly actor: Actor;
  /** Kept back from the money; below zero: given back of what was kept back before. Nothing when left out. */
  readonly deductedFen?: Fen;
}

/** Takes a purchase back, as a whole or in part: a fact of its own. The purchase's own figures stay as they were. */
@Injectable()
export class RefundPurchase {
  constructor(
    private readonly purchases: PurchaseRepository,
    private readonly refunds: RefundRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, command: RefundCommand): Promise<Refund> {
    const purchase = await this.purchases.lockById(tx, command.purchaseId);
    if (!purchase) throw refuseSale('PurchaseNotFound');
    const plan = planRefund(purchase, command);
    const deductedFen = command.deductedFen ?? 0;
    const keptBack = deductedFen < 0 ? await this.refunds.keptBack(tx, purchase.purchaseId) : 0;
    checkDeduction(deductedFen, plan.amountFen, keptBack);
    // The conditions are in the statements as well: two refunds cannot both take what is left.
    if (!(await this.refunds.moveOn(tx, purchase, plan))) throw refuseSale('RefundRaced');
    const { reason } = command;
    const fact = { purchase, plan, refundNo: randomCode(16), deductedFen, reason, at: this.clock.now() };
    const refundId = await this.refunds.insert(tx, { ...fact, actor: actorLabel(command.actor) });
    const refund = {
      ...plan,
      refundId,
      refundNo: fact.refundNo,
      purchaseId: purchase.purchaseId,
      purchaseNo: purchase.purchaseNo,
      memberId: purchase.memberId,
      storeId: purchase.storeId,
      deductedFen,
      at: fact.at,
    };
    await this.outbox.append(tx, [toEvent(refund, purchase)]);
    return refund;
  }

  /** The purchase with its row locked, for a use case that changes more than sales. */
  async lock(tx: Tx, purchaseNo: string): Promise<StandingPurchase> {
    const purchase = await this.purchases.lockByNo(tx, purchaseNo);
    if (!purchase) throw refuseSale('PurchaseNotFound');
    return purchase;
  }
}

const toEvent = (refund: Refund, purchase: StandingPurchase) =>
  domainEvent(
    'sales.purchase-refunded.v1',
    {
      refundId: refund.refundId,
      purchaseId: refund.purchaseId,
      memberId: refund.memberId,
      storeId: refund.storeId,
      at: refund.at.toISOString(),
      amountFen: refund.amountFen,
      full: refund.full,
      lines: refund.lines.flatMap(({ lineNo, refundedBefore: before, refundedAfter: after }, i) => {
        const { sku, category } = purchase.lines[i]!;
        const quantity = after.quantity - before.quantity;
        const amountFen = after.amountFen - before.amountFen;
        return quantity > 0 || amountFen > 0 ? [{ lineNo, sku, category, quantity, amountFen }] : [];
      }),
      deductedFen: refund.deductedFen,
    },
    refund.at,
  );
