import {
  type Clerk,
  PreviewRefund,
  type RefundPreview,
  type RefundPurchaseCommand,
  RefundSale,
  type RefundView,
} from '@fanloop/counter';
import { CouponsDoor } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { Idempotency, Reader, UnitOfWork } from '@fanloop/platform';
import { SalesDoor } from '@fanloop/sales';
import { ReceiptRepository } from '../../../libs/counter/src/store/receipt.repository';
import { RefundLook } from '../../../libs/counter/src/use-cases/preview-refund.use-case';
import { RefundSteps } from '../../../libs/counter/src/use-cases/refund-steps';
import { RefundTrail } from '../../../libs/counter/src/use-cases/refund-trail';
import { newKey } from './till';
import type { TillProcess } from './till-process';

export type Wish = Pick<RefundPurchaseCommand, 'lines' | 'amountFen'>;

/** The two halves of refunding: looking and doing. */
export interface Refunds {
  readonly preview: PreviewRefund;
  readonly sale: RefundSale;
}

export interface Twins {
  readonly sales?: SalesDoor;
  readonly loyalty?: LoyaltyDoor;
  readonly coupons?: CouponsDoor;
}

/** The steps of a refund with doors of their own, any of which a test may replace by a broken twin. */
export const refundStepsOf = (api: Pick<TillProcess, 'get'>, twins: Twins = {}): RefundSteps =>
  new RefundSteps(
    twins.sales ?? api.get(SalesDoor),
    twins.coupons ?? api.get(CouponsDoor),
    twins.loyalty ?? api.get(LoyaltyDoor),
    api.get(RefundTrail),
  );

/** Both with doors of their own, any of which a test may replace by a broken twin. */
export const refundsOf = (api: Pick<TillProcess, 'get' | 'clock'>, twins: Twins = {}): Refunds => {
  const { sales = api.get(SalesDoor), loyalty = api.get(LoyaltyDoor) } = twins;
  return {
    preview: new PreviewRefund(
      sales,
      new RefundLook(api.get(Reader), api.get(CouponsDoor), loyalty, api.get(ReceiptRepository), api.clock),
    ),
    sale: new RefundSale(api.get(UnitOfWork), api.get(Idempotency), refundStepsOf(api, twins)),
  };
};

/** The figures of a preview that a confirmation states. */
export const seenIn = (preview: RefundPreview): NonNullable<RefundPurchaseCommand['seen']> => ({
  amountFen: preview.amountFen,
  deductedFen: preview.deductedFen,
  couponDeductedFen: preview.couponDeductedFen,
  pointsClawedBack: preview.pointsClawedBack,
  debtPoints: preview.debtPoints,
  deductedPoints: preview.deductedPoints,
  writtenOffPoints: preview.writtenOffPoints,
  couponReturned: preview.couponReturned,
});

/** Looks, then confirms what was seen, as a clerk does. */
export const lookAndRefund = async (
  refunds: Refunds,
  clerk: Clerk,
  purchaseNo: string,
  wish: Wish = {},
): Promise<{ preview: RefundPreview; refund: RefundView }> => {
  const preview = await refunds.preview.execute({ clerk, purchaseNo, ...wish });
  const command = { clerk, purchaseNo, idempotencyKey: newKey(), reason: '退货', seen: seenIn(preview), ...wish };
  return { preview, refund: await refunds.sale.execute(command) };
};

let next = 0;
/** The shopper takes points to the mall. */
export const spendPoints = (api: Pick<TillProcess, 'get' | 'clock'>, memberId: string, points: number) => {
  next += 1;
  const reference = `mall-order-${next}`;
  const command = { memberId, points, reference, reason: '兑换', at: api.clock.now(), actor: systemActor('test') };
  return api.get(UnitOfWork).run((tx) => api.get(LoyaltyDoor).spend(tx, command));
};
