import type { CouponId, Fen } from '@fanloop/kernel';
import { json, num, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { UsedCoupon } from '../rules/partial-refund';
import { TermsRepository } from './terms.repository';

interface UsedRow {
  coupon_id: string;
  line_discounts: unknown;
  kept_back_fen: string;
}

/** The coupons of one purchase, as a refund of a part of it meets them. */
@Injectable()
export class UsedCoupons {
  constructor(private readonly terms: TermsRepository) {}

  /** The coupons of a purchase that are still used, with their shares by line. */
  of(from: Queryable, reference: string): Promise<UsedCoupon[]> {
    return this.read(from, reference, '');
  }

  /** The same with their rows locked: what the refund before has just kept back is known, whatever the isolation. */
  lock(tx: Tx, reference: string): Promise<UsedCoupon[]> {
    return this.read(tx, reference, ' FOR UPDATE');
  }

  private async read(from: Queryable, reference: string, lock: string): Promise<UsedCoupon[]> {
    const rows = await from.query<UsedRow>(
      `SELECT coupon_id, line_discounts, kept_back_fen FROM coupons_redemption WHERE reference = ? AND open = 1${lock}`,
      [reference],
    );
    if (rows.length === 0) return [];
    // Terms and end of a used coupon do not change: they are read without a lock.
    const coupons = await from.query<{ id: string; terms_id: string; valid_until: Date }>(
      'SELECT id, terms_id, valid_until FROM coupons_coupon WHERE id IN (?)',
      [rows.map((row) => row.coupon_id)],
    );
    const terms = await this.terms.byIds(
      coupons.map((coupon) => coupon.terms_id),
      from,
    );
    const byId = new Map(coupons.map((coupon) => [coupon.id, coupon]));
    return rows.map((row) => {
      const { terms_id: termsId, valid_until: validUntil } = byId.get(row.coupon_id)!;
      return {
        couponId: row.coupon_id,
        validUntil,
        terms: terms.get(termsId)!.terms,
        lineDiscounts: json<number[]>(row.line_discounts),
        keptBackFen: num(row.kept_back_fen),
      };
    });
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
