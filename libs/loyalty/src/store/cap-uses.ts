import type { MemberId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import type { Day } from '../rules/calendar/days';
import { periodsOf } from '../rules/judging/cap-periods';
import type { Caps } from '../rules/judging/rule';

/** What capped rules have given to a member in a period. Read and written under the member's account lock, so a cap is exact. */
export class CapUses {
  private readonly known = new Map<string, number>();
  private readonly added = new Map<string, [MemberId, string, string, number]>();

  /** The uses that purchases on these days can meet. */
  static async load(
    db: Queryable,
    ids: readonly MemberId[],
    ruleIds: readonly string[],
    days: readonly Day[],
  ): Promise<CapUses> {
    const uses = new CapUses();
    if (ids.length === 0 || ruleIds.length === 0 || days.length === 0) return uses;
    const periods = [...new Set(days.flatMap((day) => Object.values(periodsOf(day))))];
    const rows = await db.query<{ member_id: string; rule_id: string; period: string; used: number }>(
      'SELECT * FROM loyalty_cap_use WHERE member_id IN (?) AND rule_id IN (?) AND period IN (?)',
      [ids, ruleIds, periods],
    );
    for (const row of rows) uses.known.set(keyOf(row.member_id, row.rule_id, row.period), row.used);
    return uses;
  }

  of(memberId: MemberId, ruleId: string, cap: keyof Caps, day: Day): number {
    return this.known.get(keyOf(memberId, ruleId, periodsOf(day)[cap])) ?? 0;
  }

  /** `amount` in points, or times for what is handed out; negative when a refund gives units back. */
  add(memberId: MemberId, ruleId: string, caps: readonly (keyof Caps)[], day: Day, amount: number): void {
    if (amount === 0) return;
    const periods = periodsOf(day);
    for (const cap of caps) {
      if (cap === 'perPurchase') continue;
      const key = keyOf(memberId, ruleId, periods[cap]);
      this.known.set(key, (this.known.get(key) ?? 0) + amount);
      this.added.set(key, [memberId, ruleId, periods[cap], (this.added.get(key)?.[3] ?? 0) + amount]);
    }
  }

  async write(tx: Tx): Promise<void> {
    if (this.added.size === 0) return;
    await tx.execute(
      'INSERT INTO loyalty_cap_use (member_id, rule_id, period, used) VALUES ? ON DUPLICATE KEY UPDATE used = used + VALUES(used)',
      [[...this.added.values()]],
    );
  }
}

const keyOf = (memberId: MemberId, ruleId: string, period: string): string => `${memberId} ${ruleId} ${period}`;
