import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export interface NoticeRow {
  readonly noticeId: string;
  readonly eventType: string;
  /** The payment's or the refund's number. */
  readonly number: string;
  readonly body: string;
}

/** What WeChat sent, word for word. A repetition is counted, not kept again. */
@Injectable()
export class NoticeRepository {
  /** Also makes repetitions that arrive together wait for each other. */
  async record(tx: Tx, { noticeId, eventType, number, body }: NoticeRow, now: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO payments_notice (notice_id, event_type, number, body, outcome, first_at, last_at)
       VALUES (?, ?, ?, ?, '', ?, ?) ON DUPLICATE KEY UPDATE times = times + 1, last_at = VALUES(last_at)`,
      [noticeId, eventType, number, body, now, now],
    );
  }

  async conclude(tx: Tx, noticeId: string, outcome: string): Promise<void> {
    await tx.execute('UPDATE payments_notice SET outcome = ? WHERE notice_id = ?', [outcome, noticeId]);
  }
}
