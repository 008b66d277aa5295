import type { StaffId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** What clerks have given on a day of the brand's, coupon by coupon. */
@Injectable()
export class ClerkDayRepository {
  /** Counts one more, or nothing: false when the clerk has given `limit` of it on that day. */
  async take(
    tx: Tx,
    { templateId, staffId, day, limit }: { templateId: string; staffId: StaffId; day: string; limit: number },
  ): Promise<boolean> {
    const key = [templateId, staffId, day];
    await tx.execute(
      'INSERT INTO coupons_clerk_day (template_id, staff_id, day) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE given = given',
      key,
    );
    const taken = await tx.execute(
      'UPDATE coupons_clerk_day SET given = given + 1 WHERE template_id = ? AND staff_id = ? AND day = ? AND given < ?',
      [...key, limit],
    );
    return taken.affectedRows === 1;
  }

  /** By template; one that is missing was not given. */
  async given(from: Queryable, staffId: StaffId, day: string): Promise<Map<string, number>> {
    const rows = await from.query<{ template_id: string; given: number }>(
      'SELECT template_id, given FROM coupons_clerk_day WHERE staff_id = ? AND day = ?',
      [staffId, day],
    );
    return new Map(rows.map((row) => [row.template_id, row.given]));
  }
}
