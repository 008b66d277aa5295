import type { MemberId, Points } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import type { Day } from '../rules/days';

/** Points earned by business day: what tiers count. Loaded once per batch, summed in memory, written as differences. */
export class TierDays {
  private readonly known = new Map<MemberId, Map<Day, Points>>();
  private readonly added = new Map<string, [MemberId, Day, Points]>();

  static async load(db: Queryable, ids: readonly MemberId[], from: Day): Promise<TierDays> {
    const days = new TierDays();
    if (ids.length === 0) return days;
    const rows = await db.query<{ member_id: string; day: Day; points: number }>(
      'SELECT member_id, day, points FROM loyalty_tier_day WHERE member_id IN (?) AND day >= ?',
      [ids, from],
    );
    for (const row of rows) days.of(row.member_id).set(row.day, row.points);
    return days;
  }

  /** Points earned from `from` to `to`, both days included. */
  sum(memberId: MemberId, from: Day, to: Day): Points {
    let sum = 0;
    for (const [day, points] of this.of(memberId)) if (day >= from && day <= to) sum += points;
    return sum;
  }

  add(memberId: MemberId, day: Day, points: Points): void {
    if (points === 0) return;
    const days = this.of(memberId);
    days.set(day, (days.get(day) ?? 0) + points);
    const key = `${memberId} ${day}`;
    this.added.set(key, [memberId, day, (this.added.get(key)?.[2] ?? 0) + points]);
  }

  async write(tx: Tx): Promise<void> {
    if (this.added.size === 0) return;
    await tx.execute(
      'INSERT INTO loyalty_tier_day (member_id, day, points) VALUES ? ON DUPLICATE KEY UPDATE points = points + VALUES(points)',
      [[...this.added.values()]],
    );
  }

  private of(memberId: MemberId): Map<Day, Points> {
    let days = this.known.get(memberId);
    if (!days) {
      days = new Map();
      this.known.set(memberId, days);
    }
    return days;
  }
}
