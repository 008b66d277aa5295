import { assertAllowed } from '@fanloop/organization';
import { Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import type { RefundWish } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { exact, isPart, type RefundFigures } from '../rules/refund';
import { refuse } from '../rules/refusals';
import type { Clerk } from './record-purchase.use-case';
import { RefundSteps, type RefundView } from './refund-steps';

export interface RefundPurchaseCommand extends RefundWish {
  readonly clerk: Clerk;
  readonly idempotencyKey: string;
  readonly purchaseNo: string;
  readonly reason: string;
  /** What the preview showed. May be left out for all that is left, when nothing is kept back from the money. */
  readonly seen?: RefundFigures | null;
}

/** Takes a purchase back, as a whole or in part: money, points and coupon in one transaction, once. */
@Injectable()
export class RefundSale {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly steps: RefundSteps,
  ) {}

  /** Throws RefundChanged when the figures that the clerk saw no longer hold, and the refusals of sales. */
  execute(command: RefundPurchaseCommand): Promise<RefundView> {
    const claim = {
      scope: `counter.refund:staff:${command.clerk.staffId}`,
      key: command.idempotencyKey,
      input: inputOf(command),
    };
    return this.unitOfWork.run((tx) => this.idempotency.run(tx, claim, () => this.refund(tx, command)));
  }

  private async refund(tx: Tx, command: RefundPurchaseCommand): Promise<RefundView> {
    const { purchaseNo, reason, lines, amountFen, seen = null, clerk } = command;
    const purchase = await this.steps.sales.lockPurchase(tx, purchaseNo);
    // The store is that of the purchase, whatever the request says.
    assertAllowed(clerk, 'purchases.refund', purchase.storeId);
    if (!seen && isPart(command)) throw refuse('FiguresMissing');
    const task = { lines, amountFen, reason, seen, staffId: clerk.staffId, undone: false };
    return (await this.steps.run(tx, purchase, task)).view;
  }
}

/** What makes two requests the same refund. */
const inputOf = ({ purchaseNo, reason, lines, amountFen, seen }: RefundPurchaseCommand) => ({
  purchaseNo,
  reason,
  ...(lines
    ? { lines: lines.map((line) => [line.lineNo, exact(line.quantity), exact(line.amountFen ?? null)]) }
    : undefined),
  ...((amountFen ?? null) === null ? undefined : { amountFen: exact(amountFen ?? null) }),
  ...(seen ? { seen } : undefined),
});
