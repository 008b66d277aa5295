import { CouponsDoor } from '@fanloop/coupons';
import { LoyaltyDoor } from '@fanloop/loyalty';
import type { Tx } from '@fanloop/platform';
import { planRefund, type Refund, type RefundWish, SalesDoor, type StandingPurchase } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import {
  figuresOf,
  linesAfter,
  linesTaken,
  NO_POINTS,
  type PointsTaken,
  paidBackOf,
  type RefundFigures,
  sameFigures,
} from '../rules/refund';
import { refuse } from '../rules/refusals';
import { RefundTrail } from './refund-trail';

export interface RefundView extends RefundFigures {
  readonly refundNo: string;
  /** What the shopper gets: `amountFen − deductedFen − couponDeductedFen`. */
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

/** What shall go back, by whom and why. */
export interface RefundTask extends RefundWish {
  readonly staffId: string;
  readonly reason: string;
  /** What the preview showed. */
  readonly seen: RefundFigures | null;
  /** The purchase was a slip of the till's: its coupons are as if they had never been used. */
  readonly undone: boolean;
}

/** The doors that a refund goes through, in the order of their locks. */
@Injectable()
export class RefundSteps {
  constructor(
    readonly sales: SalesDoor,
    private readonly coupons: CouponsDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly trail: RefundTrail,
  ) {}

  /** Of a purchase whose row is locked. Throws FiguresMissing, RefundChanged and the refusals of sales. */
  async run(tx: Tx, purchase: StandingPurchase, task: RefundTask): Promise<{ refundId: string; view: RefundView }> {
    const { purchaseId, purchaseNo } = purchase;
    const { lines, amountFen, reason, seen, staffId, undone } = task;
    const plan = planRefund(purchase, task);
    if (seen && plan.amountFen !== seen.amountFen) throw refuse('RefundChanged');
    // What the confirmation says of points is held against what they do at the end; so it may be counted with here.
    const forPoints = seen?.deductedFen ?? 0;
    const share = await this.coupons.keepBack(tx, {
      reference: purchaseNo,
      lines: linesAfter(plan, purchase.lines),
      moneyFen: plan.amountFen - Math.max(0, forPoints),
    });
    const refund = await this.sales.refund(tx, {
      purchaseId,
      lines,
      amountFen,
      reason,
      actor: { kind: 'staff', id: staffId },
      deductedFen: forPoints + share.deductedFen,
    });
    // A part keeps the coupon used: its discount still lies on the lines that stay.
    const couponReturned =
      refund.full && (await this.coupons.returnRedeemed(tx, { reference: purchaseNo, at: refund.at, undone }));
    const taken = await this.takePoints(tx, refund, task);
    const figures = figuresOf(refund.amountFen, taken, { couponReturned, couponDeductedFen: share.deductedFen });
    const why = [...taken.why, ...share.why];
    // Money that is kept back must have been seen; and whatever was seen must be what is done.
    if (!seen && taken.deductedFen > 0) throw refuse('FiguresMissing');
    if (seen && !sameFigures(seen, figures)) throw refuse('RefundChanged');
    await this.trail.leave(tx, { refund, figures, taken: { ...taken, why }, staffId, reason, undone });
    const view = {
      ...figures,
      refundNo: refund.refundNo,
      paidBackFen: paidBackOf(figures),
      full: refund.full,
      lines: linesTaken(refund, purchase.lines),
      balanceAfter: taken.balanceAfter,
      tierAfter: taken.tierAfter,
      why,
    };
    return { refundId: refund.refundId, view };
  }

  private async takePoints(tx: Tx, refund: Refund, { staffId, reason }: RefundTask): Promise<PointsTaken> {
    if (refund.memberId === null) return NO_POINTS;
    return this.loyalty.clawBackPurchase(tx, {
      purchaseId: refund.purchaseId,
      refundId: refund.refundId,
      memberId: refund.memberId,
      storeId: refund.storeId,
      at: refund.at,
      actor: { kind: 'staff', id: staffId },
      reason,
      lines: refund.lines,
    });
  }
}
