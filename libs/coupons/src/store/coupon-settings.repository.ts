import { json, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type CouponSettings, DEFAULT_SETTINGS } from '../rules/reminders';

/** What the brand has decided for all its coupons. */
@Injectable()
export class CouponSettingsRepository {
  async current(from: Queryable): Promise<CouponSettings> {
    const [row] = await from.query<{ reminder_days: unknown }>(
      'SELECT reminder_days FROM coupons_setting WHERE id = 1',
    );
    return row ? { reminderDays: json<number[]>(row.reminder_days) } : DEFAULT_SETTINGS;
  }

  async save(tx: Tx, { reminderDays }: CouponSettings): Promise<void> {
    await tx.execute(
      'INSERT INTO coupons_setting (id, reminder_days) VALUES (1, ?) ON DUPLICATE KEY UPDATE reminder_days = VALUES(reminder_days)',
      [JSON.stringify(reminderDays)],
    );
  }
}
