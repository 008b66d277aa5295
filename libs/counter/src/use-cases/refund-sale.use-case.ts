import { CouponsDoor } from '@fanloop/coupons';
import type { Clock } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { assertAllowed } from '@fanloop/organization';
import { AuditLog, CLOCK, Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import { SalesDoor } from '@fanloop/sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Clerk } from './record-purchase.use-case';

export interface RefundPurchaseCommand {
  readonly clerk: Clerk;
  readonly idempotencyKey: string;
  readonly purchaseNo: string;
  readonly reason: string;
}

export interface RefundView {
  readonly refundNo: string;
  readonly amountFen: number;
  readonly pointsClawedBack: number;
  readonly debtPoints: number;
  readonly couponReturned: boolean;
  readonly why: readonly string[];
}

/** The doors that a refund goes through, in the order of their locks. */
@Injectable()
export class RefundSteps {
  constructor(
    private readonly sales: SalesDoor,
    private readonly coupons: CouponsDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(tx: Tx, command: RefundPurchaseCommand): Promise<RefundView> {
    const purchase = await this.sales.lockPurchase(tx, command.purchaseNo);
    // The store is that of the purchase, whatever the request says.
    assertAllowed(command.clerk, 'purchases.refund', purchase.storeId);
    const actor = { kind: 'staff', id: command.clerk.staffId } as const;
    const refund = await this.sales.refundFully(tx, { purchaseId: purchase.purchaseId, reason: command.reason, actor });
    const at = this.clock.now();
    const couponReturned = await this.coupons.returnRedeemed(tx, { reference: purchase.purchaseNo, at });
    const taken = purchase.memberId
      ? await this.loyalty.clawBackPurchase(tx, {
          purchaseId: purchase.purchaseId,
          refundId: refund.refundId,
          memberId: purchase.memberId,
          storeId: purchase.storeId,
          at,
          reason: command.reason,
          lines: purchase.lines.map(({ amountFen, quantity }) => ({
            amountFen,
            quantity,
            refundedBefore: { amountFen: 0, quantity: 0 },
            refundedAfter: { amountFen, quantity },
          })),
        })
      : { pointsClawedBack: 0, debtAdded: 0, why: [] };
    await this.audit.append(tx, {
      actor,
      action: 'counter.purchase-refunded',
      subject: `purchase:${purchase.purchaseNo}`,
      details: { refundNo: refund.refundNo, amountFen: refund.amountFen, reason: command.reason },
    });
    return {
      refundNo: refund.refundNo,
      amountFen: refund.amountFen,
      pointsClawedBack: taken.pointsClawedBack,
      debtPoints: taken.debtAdded,
      couponReturned,
      why: [...taken.why],
    };
  }
}

/** Takes a purchase back as a whole: money, points and coupon in one transaction, once. */
@Injectable()
export class RefundSale {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly steps: RefundSteps,
  ) {}

  execute(command: RefundPurchaseCommand): Promise<RefundView> {
    const claim = {
      scope: `counter.refund:staff:${command.clerk.staffId}`,
      key: command.idempotencyKey,
      input: { purchaseNo: command.purchaseNo, reason: command.reason },
    };
    return this.unitOfWork.run((tx) => this.idempotency.run(tx, claim, () => this.steps.run(tx, command)));
  }
}
