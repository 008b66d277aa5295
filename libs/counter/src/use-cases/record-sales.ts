import { CouponsDoor, type Redeemed } from '@fanloop/coupons';
import { accept, type Outcome, reject } from '@fanloop/kernel';
import type { EarnResult } from '@fanloop/loyalty';
import type { Tx } from '@fanloop/platform';
import { type PurchaseDraft, type RecordedPurchase, SalesDoor } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { type BasketLine, sumFen, withCoupon } from '../rules/basket';
import type { Receipt } from '../rules/receipt';
import { refuse } from '../rules/refusals';
import type { PreparedSale } from './prepare-sale';
import { type CouponUsed, Reward } from './reward';

interface Discounted {
  readonly sale: PreparedSale;
  readonly lines: readonly BasketLine[];
  readonly used: Redeemed | null;
}

/**
 * Sales, coupons and loyalty of many tills in one transaction. The order is that of the locks: coupons by id, members'
 * counts by id, points accounts by id. Only a coupon can still say no here, and it does so before it writes; whatever
 * else goes wrong throws, and the batch is rolled back and run one by one.
 */
@Injectable()
export class RecordSales {
  constructor(
    private readonly sales: SalesDoor,
    private readonly coupons: CouponsDoor,
    private readonly reward: Reward,
  ) {}

  async execute(tx: Tx, sales: readonly PreparedSale[]): Promise<Outcome<Receipt>[]> {
    if (sales.length === 0) return [];
    const discounted = await this.discount(tx, sales);
    const accepted = discounted.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    const receipts = await this.record(tx, accepted);
    let next = 0;
    return discounted.map((outcome) => {
      if (!outcome.ok) return outcome;
      next += 1;
      return accept(receipts[next - 1]!);
    });
  }

  private async discount(tx: Tx, sales: readonly PreparedSale[]): Promise<Outcome<Discounted>[]> {
    const using = sales.filter((sale) => sale.couponIds.length > 0);
    const redeemed =
      using.length === 0
        ? []
        : await this.coupons.redeemMany(
            tx,
            using.map((sale) => ({
              couponIds: sale.couponIds,
              memberId: sale.memberId,
              storeId: sale.store.id,
              zone: sale.store.zone,
              channel: 'store',
              ...(sale.shopper ? { shopper: sale.shopper } : {}),
              lines: sale.lines,
              at: sale.at,
              reference: sale.purchaseNo,
            })),
          );
    const bySale = new Map(using.map((sale, i) => [sale, redeemed[i]!] as const));
    return sales.map((sale) => {
      const coupon = bySale.get(sale);
      if (!coupon) return accept({ sale, lines: sale.lines, used: null });
      if (!coupon.ok) return reject(coupon.refusal);
      return accept({ sale, lines: withCoupon(sale.lines, coupon.value.lineDiscounts), used: coupon.value });
    });
  }

  private async record(tx: Tx, accepted: readonly Discounted[]): Promise<Receipt[]> {
    const purchases = await this.sales.recordPurchases(tx, accepted.map(toDraft));
    // The idempotency keys were new, yet the purchase is there: the keys were cleared away. Nothing may be written twice.
    if (purchases.some((purchase) => purchase.duplicate)) throw refuse('AlreadyRecorded');
    // Two first purchases at once: the number that the second one gets says that it is none.
    accepted.forEach(({ used }, i) => {
      if (used?.firstPurchaseOnly && purchases[i]!.ordinalOfMember !== 1) throw refuse('NotFirstPurchase');
    });
    const earned = await this.reward.execute(
      tx,
      purchases,
      accepted.map(({ sale, used }) => ({ zone: sale.store.zone, coupon: couponOf(used) })),
    );
    for (const [i, { used, sale }] of accepted.entries())
      if (used)
        await this.coupons.attachPurchase(tx, {
          reference: sale.purchaseNo,
          purchaseId: purchases[i]!.purchaseId,
          purchaseNo: sale.purchaseNo,
        });
    return accepted.map((one, i) => toReceipt(one, purchases[i]!, earned[i]!));
  }
}

const toDraft = ({ sale, lines }: Discounted): PurchaseDraft => ({
  source: 'till',
  externalKey: sale.externalKey,
  purchaseNo: sale.purchaseNo,
  memberId: sale.memberId,
  storeId: sale.store.id,
  zone: sale.store.zone,
  clerkStaffId: sale.staffId,
  channel: 'store',
  occurredAt: sale.at,
  lines,
});

/** What the receipt names: all of them; the id is that of the first. */
const couponOf = (used: Redeemed | null): CouponUsed | null =>
  used && { couponId: used.coupons[0]!.couponId, name: used.coupons.map(({ name }) => name).join('、') };

const toReceipt = ({ sale, lines, used }: Discounted, purchase: RecordedPurchase, earned: EarnResult): Receipt => ({
  purchaseNo: purchase.purchaseNo,
  at: sale.at.toISOString(),
  storeName: sale.store.name,
  clerkName: sale.clerkName,
  grossFen: sumFen(lines, 'grossFen'),
  discountFen: sumFen(lines, 'discountFen'),
  paidFen: sumFen(lines, 'amountFen'),
  points: earned.points,
  balanceAfter: earned.balanceAfter ?? 0,
  why: [...earned.why],
  lines: lines.map(({ name, quantity, amountFen }) => ({ name, quantity, amountFen })),
  couponName: couponOf(used)?.name ?? null,
  refunded: false,
});
