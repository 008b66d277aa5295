import type { MemberId, Points } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import type { Day } from '../rules/days';

/** What capped rules have paid to a member on a day. Read and written under the member's account lock, so a cap is exact. */
export class CapUses {
  private readonly used = new Map<string, Points>();
  private readonly added = new Map<string, [MemberId, string, Day, Points]>();

  static async load(
    db: Queryable,
    ids: readonly MemberId[],
    ruleIds: readonly string[],
    days: readonly Day[],
  ): Promise<CapUses> {
    const uses = new CapUses();
    if (ids.length === 0 || ruleIds.length === 0 || days.length === 0) return uses;
    const rows = await db.query<{ member_id: string; rule_id: string; day: Day; points: number }>(
      'SELECT * FROM loyalty_cap_use WHERE member_id IN (?) AND rule_id IN (?) AND day IN (?)',
      [ids, ruleIds, days],
    );
    for (const row of rows) uses.used.set(keyOf(row.member_id, row.rule_id, row.day), row.points);
    return uses;
  }

  of(memberId: MemberId, ruleId: string, day: Day): Points {
    return this.used.get(keyOf(memberId, ruleId, day)) ?? 0;
  }

  /** Negative when a refund gives units back. */
  add(memberId: MemberId, ruleId: string, day: Day, points: Points): void {
    if (points === 0) return;
    const key = keyOf(memberId, ruleId, day);
    this.used.set(key, (this.used.get(key) ?? 0) + points);
    this.added.set(key, [memberId, ruleId, day, (this.added.get(key)?.[3] ?? 0) + points]);
  }

  async write(tx: Tx): Promise<void> {
    if (this.added.size === 0) return;
    await tx.execute(
      'INSERT INTO loyalty_cap_use (member_id, rule_id, day, points) VALUES ? ON DUPLICATE KEY UPDATE points = points + VALUES(points)',
      [[...this.added.values()]],
    );
  }
}

const keyOf = (memberId: MemberId, ruleId: string, day: Day): string => `${memberId} ${ruleId} ${day}`;
