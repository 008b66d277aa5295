import type { MemberId } from '@fanloop/kernel';
import { num, Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

interface CountRow {
  member_id: string;
  purchases: number;
}

/** How many purchases each member has. Whoever holds a member's row is alone in numbering that member's purchases. */
@Injectable()
export class MemberCounts {
  /** Locks the rows by ascending member and reads them. The caller's transaction then sees all that was recorded before. */
  async lock(tx: Tx, memberIds: readonly MemberId[]): Promise<Map<MemberId, number>> {
    const counts = new Map<MemberId, number>();
    if (memberIds.length === 0) return counts;
    await this.lockInto(tx, memberIds, counts);
    const missing = memberIds.filter((id) => !counts.has(id));
    if (missing.length > 0) {
      await tx.execute(
        'INSERT INTO sales_member_count (member_id, purchases) VALUES ? ON DUPLICATE KEY UPDATE purchases = purchases',
        [missing.map((id) => [id, 0])],
      );
      await this.lockInto(tx, missing, counts);
    }
    return counts;
  }

  async add(tx: Tx, added: ReadonlyMap<MemberId, number>): Promise<void> {
    if (added.size === 0) return;
    await tx.execute(
      'INSERT INTO sales_member_count (member_id, purchases) VALUES ? ON DUPLICATE KEY UPDATE purchases = purchases + VALUES(purchases)',
      [[...added].map(([id, purchases]) => [id, purchases])],
    );
  }

  async of(from: Queryable, memberId: MemberId): Promise<number> {
    const [row] = await from.query<CountRow>(
      'SELECT member_id, purchases FROM sales_member_count WHERE member_id = ?',
      [memberId],
    );
    return num(row?.purchases);
  }

  private async lockInto(tx: Tx, memberIds: readonly MemberId[], counts: Map<MemberId, number>): Promise<void> {
    const rows = await tx.query<CountRow>(
      'SELECT member_id, purchases FROM sales_member_count WHERE member_id IN (?) ORDER BY member_id FOR UPDATE',
      [memberIds],
    );
    for (const row of rows) counts.set(row.member_id, num(row.purchases));
  }
}
