import type { Fen, MemberId } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Net spending and last purchase of several members. */
@Injectable()
export class MemberSpendingRead {
  constructor(private readonly reader: Reader) {}

  /** `netFen` counts from `since` on, the last purchase counts whenever it was; net of refunds; wholly refunded purchases do not count. */
  async since(
    memberIds: readonly MemberId[],
    since: Date,
  ): Promise<Map<MemberId, { netFen: Fen; lastPurchaseAt: Date | null }>> {
    if (memberIds.length === 0) return new Map();
    const rows = await this.reader.query<{ member_id: string; net: string; last_at: Date | null }>(
      `SELECT member_id, SUM(IF(occurred_at >= ?, net_fen - refunded_fen, 0)) AS net, MAX(occurred_at) AS last_at
         FROM sales_purchase WHERE member_id IN (?) AND refund_state <> 'full' GROUP BY member_id`,
      [since, memberIds],
    );
    return new Map(rows.map((row) => [row.member_id, { netFen: num(row.net), lastPurchaseAt: row.last_at }]));
  }
}
