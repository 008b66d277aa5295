import type { CouponId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Coupons that an order keeps for itself while it is being paid. */
@Injectable()
export class HoldRepository {
  /** Takes a free coupon, one whose lock has lapsed, or one that the same order holds already; false otherwise. */
  async take(tx: Tx, id: CouponId, reference: string, until: Date, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE coupons_coupon SET state = 'locked', lock_reference = ?, locked_until = ?, state_at = ?
        WHERE id = ? AND (state = 'claimed'
           OR (state = 'locked' AND (lock_reference = ? OR locked_until <= ?)))`,
      [reference, until, now, id, reference, now],
    );
    return written.affectedRows === 1;
  }

  /** Frees what the order holds; answers how many coupons that were. */
  async free(tx: Tx, ids: readonly CouponId[], reference: string, now: Date): Promise<number> {
    const written = await tx.execute(
      `UPDATE coupons_coupon SET state = 'claimed', lock_reference = NULL, locked_until = NULL, state_at = ?
        WHERE id IN (?) AND state = 'locked' AND lock_reference = ?`,
      [now, ids, reference],
    );
    return written.affectedRows;
  }

  /** Frees up to `limit` coupons whose order never came back. */
  async freeLapsed(tx: Tx, now: Date, limit: number): Promise<number> {
    const lapsed = await tx.query<{ id: string }>(
      "SELECT id FROM coupons_coupon WHERE state = 'locked' AND locked_until <= ? LIMIT ? FOR UPDATE SKIP LOCKED",
      [now, limit],
    );
    if (lapsed.length === 0) return 0;
    const written = await tx.execute(
      `UPDATE coupons_coupon SET state = 'claimed', lock_reference = NULL, locked_until = NULL, state_at = ?
        WHERE id IN (?) AND state = 'locked' AND locked_until <= ?`,
      [now, lapsed.map((row) => row.id), now],
    );
    return written.affectedRows;
  }
}
