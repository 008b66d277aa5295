import type { CouponId, MemberId } from '@fanloop/kernel';
import { type Queryable, randomId, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Coupons that end with `day`: at an instant later than `after` and not later than `until`. */
export interface EndOfDay {
  /** `YYYY-MM-DD` of the brand. */
  readonly day: string;
  readonly after: Date;
  readonly until: Date;
  /** Which reminder: so many days before. */
  readonly daysBefore: number;
}

export interface Reminded {
  readonly memberId: MemberId;
  readonly coupons: number;
}

const DUE = `FROM coupons_coupon c JOIN coupons_template t ON t.id = c.template_id AND t.voided = 0
 WHERE c.state = 'claimed' AND c.valid_until > ? AND c.valid_until <= ?
   AND NOT EXISTS (SELECT 1 FROM coupons_reminder r WHERE r.coupon_id = c.id AND r.end_day = ? AND r.days_before = ?)`;

/** Who was told of which coupon's which end. */
@Injectable()
export class CouponReminders {
  /** Members with coupons that end and were not told of, in ascending order of id. */
  async candidates(from: Queryable, end: EndOfDay, afterId: MemberId, limit: number): Promise<MemberId[]> {
    const rows = await from.query<{ member_id: string }>(
      `SELECT DISTINCT c.member_id ${DUE} AND c.member_id > ? ORDER BY c.member_id LIMIT ?`,
      [end.after, end.until, end.day, end.daysBefore, afterId, limit],
    );
    return rows.map((row) => row.member_id);
  }

  /** Takes the telling of their coupons; a parallel worker that asks for the same gets none of them. */
  async claim(tx: Tx, end: EndOfDay, members: readonly MemberId[], now: Date): Promise<Reminded[]> {
    const due = await tx.query<{ id: CouponId; member_id: string }>(
      `SELECT c.id, c.member_id ${DUE} AND c.valid_until > ? AND c.member_id IN (?) ORDER BY c.id`,
      [end.after, end.until, end.day, end.daysBefore, now, members],
    );
    if (due.length === 0) return [];
    const mine = randomId();
    await tx.execute(
      `INSERT INTO coupons_reminder (coupon_id, end_day, days_before, member_id, told_by, told_at) VALUES ?
       ON DUPLICATE KEY UPDATE coupon_id = VALUES(coupon_id)`,
      [due.map((row) => [row.id, end.day, end.daysBefore, row.member_id, mine, now])],
    );
    const rows = await tx.query<{ member_id: string; coupons: string }>(
      `SELECT member_id, COUNT(*) AS coupons FROM coupons_reminder
        WHERE coupon_id IN (?) AND end_day = ? AND days_before = ? AND told_by = ? GROUP BY member_id ORDER BY member_id`,
      [due.map((row) => row.id), end.day, end.daysBefore, mine],
    );
    return rows.map((row) => ({ memberId: row.member_id, coupons: Number(row.coupons) }));
  }
}
