import type { CouponId, Fen } from '@fanloop/kernel';
import { json, num, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { UsedCoupon } from '../rules/partial-refund';
import { TermsRepository } from './terms.repository';

interface UsedRow {
  coupon_id: string;
  line_discounts: unknown;
  kept_back_fen: string;
  terms_id: string;
  valid_until: Date;
}

/** The coupons of one purchase, as a refund of a part of it meets them. */
@Injectable()
export class UsedCoupons {
  constructor(private readonly terms: TermsRepository) {}

  /** The coupons of a purchase that are still used, with their shares by line. */
  async of(from: Queryable, reference: string): Promise<UsedCoupon[]> {
    const rows = await from.query<UsedRow>(
      `SELECT r.coupon_id, r.line_discounts, r.kept_back_fen, c.terms_id, c.valid_until
         FROM coupons_redemption r JOIN coupons_coupon c ON c.id = r.coupon_id WHERE r.reference = ? AND r.open = 1`,
      [reference],
    );
    const terms = await this.terms.byIds(
      rows.map((row) => row.terms_id),
      from,
    );
    return rows.map((row) => ({
      couponId: row.coupon_id,
      validUntil: row.valid_until,
      terms: terms.get(row.terms_id)!.terms,
      lineDiscounts: json<number[]>(row.line_discounts),
      keptBackFen: num(row.kept_back_fen),
    }));
  }

  /** What refunds have kept back for a coupon from now on. */
  async keepBack(tx: Tx, reference: string, couponId: CouponId, fen: Fen): Promise<void> {
    const written = await tx.execute(
      `UPDATE coupons_redemption SET kept_back_fen = ? WHERE reference = ? AND coupon_id = ? AND open = 1
          AND ? BETWEEN 0 AND discount_fen`,
      [fen, reference, couponId, fen],
    );
    if (written.affectedRows !== 1) throw new Error(`coupon ${couponId} cannot keep back ${fen} fen of ${reference}`);
  }
}
