import type { CouponId, Fen, PurchaseId, StoreId } from '@fanloop/kernel';
import { num, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export interface NewRedemption {
  readonly couponId: CouponId;
  readonly templateId: string;
  readonly reference: string;
  readonly storeId: StoreId;
  readonly at: Date;
  readonly grossFen: Fen;
  readonly discountFen: Fen;
  readonly lineDiscounts: readonly Fen[];
  /** The day in whose budget it is counted; null: in none. */
  readonly budgetDay: string | null;
}

/** By the till's own reference, or by the purchase that was attached to it. */
export type RedemptionKey = { readonly reference: string } | { readonly purchaseId: PurchaseId };

export interface OpenRedemption {
  readonly redemptionId: string;
  readonly couponId: CouponId;
  readonly reference: string;
  readonly templateId: string;
  readonly storeId: StoreId;
  readonly discountFen: Fen;
  readonly budgetDay: string | null;
}

/** Which purchase used which coupon, line by line, and whether it was given back. */
@Injectable()
export class RedemptionRepository {
  async insert(tx: Tx, redemptions: readonly NewRedemption[]): Promise<void> {
    await tx.execute(
      `INSERT INTO coupons_redemption
         (coupon_id, template_id, reference, store_id, redeemed_at, gross_fen, discount_fen, line_discounts,
          budget_day) VALUES ?`,
      [
        redemptions.map((one) => [
          one.couponId,
          one.templateId,
          one.reference,
          one.storeId,
          one.at,
          one.grossFen,
          one.discountFen,
          JSON.stringify(one.lineDiscounts),
          one.budgetDay,
        ]),
      ],
    );
  }

  async attach(tx: Tx, reference: string, purchaseId: PurchaseId, purchaseNo: string): Promise<void> {
    await tx.execute(
      'UPDATE coupons_redemption SET purchase_id = ?, purchase_no = ? WHERE reference = ? AND open = 1',
      [purchaseId, purchaseNo, reference],
    );
  }

  async open(tx: Tx, key: RedemptionKey): Promise<OpenRedemption[]> {
    const [column, value] = 'reference' in key ? ['reference', key.reference] : ['purchase_id', key.purchaseId];
    const rows = await tx.query<Omit<OpenRedemption, 'discountFen'> & { discount_fen: string }>(
      `SELECT id AS redemptionId, coupon_id AS couponId, reference, template_id AS templateId, store_id AS storeId,
              discount_fen, budget_day AS budgetDay
         FROM coupons_redemption WHERE ${column} = ? AND open = 1 ORDER BY coupon_id`,
      [value],
    );
    return rows.map(({ discount_fen, ...row }) => ({ ...row, discountFen: num(discount_fen) }));
  }

  /** False when it was closed already: a return happens once. */
  async close(tx: Tx, redemptionId: string, at: Date): Promise<boolean> {
    const written = await tx.execute(
      'UPDATE coupons_redemption SET open = NULL, returned_at = ? WHERE id = ? AND open = 1',
      [at, redemptionId],
    );
    return written.affectedRows === 1;
  }
}
