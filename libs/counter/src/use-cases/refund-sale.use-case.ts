import { CouponsDoor } from '@fanloop/coupons';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { assertAllowed } from '@fanloop/organization';
import { Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import { planRefund, type Refund, type RefundWish, SalesDoor } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import {
  exact,
  figuresOf,
  isPart,
  linesTaken,
  NO_POINTS,
  type PointsTaken,
  type RefundFigures,
  sameFigures,
} from '../rules/refund';
import { refuse } from '../rules/refusals';
import type { Clerk } from './record-purchase.use-case';
import { RefundTrail } from './refund-trail';

export interface RefundPurchaseCommand extends RefundWish {
  readonly clerk: Clerk;
  readonly idempotencyKey: string;
  readonly purchaseNo: string;
  readonly reason: string;
  /** What the preview showed. May be left out for all that is left, when nothing is kept back from the money. */
  readonly seen?: RefundFigures | null;
}

export interface RefundView extends RefundFigures {
  readonly refundNo: string;
  /** What the shopper gets: `amountFen − deductedFen`. */
  readonly paidBackFen: number;
  /** True when nothing of the purchase is left. */
  readonly full: boolean;
  readonly lines: readonly {
    readonly lineNo: number;
    readonly name: string;
    readonly quantity: number;
    readonly amountFen: number;
  }[];
  readonly balanceAfter: number | null;
  readonly tierAfter: { readonly code: string; readonly name: string } | null;
  readonly why: readonly string[];
}

/** The doors that a refund goes through, in the order of their locks. */
@Injectable()
export class RefundSteps {
  constructor(
    private readonly sales: SalesDoor,
    private readonly coupons: CouponsDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly trail: RefundTrail,
  ) {}

  async run(tx: Tx, command: RefundPurchaseCommand): Promise<RefundView> {
    const { purchaseNo, reason, lines, amountFen, seen } = command;
    const purchase = await this.sales.lockPurchase(tx, purchaseNo);
    // The store is that of the purchase, whatever the request says.
    assertAllowed(command.clerk, 'purchases.refund', purchase.storeId);
    if (!seen && isPart(command)) throw refuse('FiguresMissing');
    if (seen && planRefund(purchase, command).amountFen !== seen.amountFen) throw refuse('RefundChanged');
    const refund = await this.sales.refund(tx, {
      purchaseId: purchase.purchaseId,
      lines,
      amountFen,
      reason,
      actor: { kind: 'staff', id: command.clerk.staffId },
      deductedFen: seen?.deductedFen ?? 0,
    });
    // A part keeps the coupon used: its discount still lies on the lines that stay.
    const couponReturned =
      refund.full && (await this.coupons.returnRedeemed(tx, { reference: purchaseNo, at: refund.at }));
    const taken = await this.takePoints(tx, refund, command);
    const figures = figuresOf(refund.amountFen, taken, couponReturned);
    // Money that is kept back must have been seen; and whatever was seen must be what is done.
    if (!seen && taken.deductedFen > 0) throw refuse('FiguresMissing');
    if (seen && !sameFigures(seen, figures)) throw refuse('RefundChanged');
    await this.trail.leave(tx, { refund, figures, taken, staffId: command.clerk.staffId, reason });
    return {
      ...figures,
      refundNo: refund.refundNo,
      paidBackFen: refund.amountFen - refund.deductedFen,
      full: refund.full,
      lines: linesTaken(refund, purchase.lines),
      balanceAfter: taken.balanceAfter,
      tierAfter: taken.tierAfter,
      why: [...taken.why],
    };
  }

  private async takePoints(tx: Tx, refund: Refund, { clerk, reason }: RefundPurchaseCommand): Promise<PointsTaken> {
    if (refund.memberId === null) return NO_POINTS;
    return this.loyalty.clawBackPurchase(tx, {
      purchaseId: refund.purchaseId,
      refundId: refund.refundId,
      memberId: refund.memberId,
      storeId: refund.storeId,
      at: refund.at,
      actor: { kind: 'staff', id: clerk.staffId },
      reason,
      lines: refund.lines,
    });
  }
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
    return this.unitOfWork.run((tx) => this.idempotency.run(tx, claim, () => this.steps.run(tx, command)));
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
