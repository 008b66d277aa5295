import { domainEvent } from '@fanloop/events';
import type { Actor, Clock } from '@fanloop/kernel';
import { actorLabel } from '@fanloop/kernel';
import { CLOCK, Outbox, randomCode, Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RecordedPurchase, Refund } from '../rules/purchase';
import { refuseSale } from '../rules/refusals';
import { PurchaseRepository } from '../store/purchase.repository';
import { RefundRepository } from '../store/refund.repository';

export interface RefundCommand {
  readonly purchaseId: string;
  readonly reason: string;
  readonly actor: Actor;
}

/** Takes a whole purchase back: a fact of its own, once. The purchase stays as it was. */
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
    // The condition is in the statement as well: two refunds of one purchase cannot both pass it.
    if (!(await this.refunds.markRefunded(tx, purchase.purchaseId))) throw refuseSale('AlreadyRefunded');
    const refund = await this.refunds.insertFull(tx, {
      purchase,
      refundNo: randomCode(16),
      reason: command.reason,
      actor: actorLabel(command.actor),
      at: this.clock.now(),
    });
    await this.outbox.append(tx, [toEvent(refund)]);
    return refund;
  }

  /** The purchase with its row locked, for a use case that changes more than sales. */
  async lock(tx: Tx, purchaseNo: string): Promise<RecordedPurchase & { refunded: boolean }> {
    const purchase = await this.purchases.lockByNo(tx, purchaseNo);
    if (!purchase) throw refuseSale('PurchaseNotFound');
    return purchase;
  }
}

const toEvent = (refund: Refund) =>
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
    },
    refund.at,
  );
