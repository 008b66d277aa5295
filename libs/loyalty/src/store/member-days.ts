import type { Fen, MemberId, Points } from '@fanloop/kernel';
import { num, type Queryable, type Tx } from '@fanloop/platform';
import { type Day, plusDays } from '../rules/calendar/days';
import type { History, Windows } from '../rules/judging/facts';

/** What a member did on one business day: what tiers and conditions on history count. */
export interface DayCounts {
  readonly tierPoints: Points;
  /** Purchases that were not refunded as a whole. */
  readonly purchases: number;
  /** Net of refunds. */
  readonly netFen: Fen;
}

const NOTHING: DayCounts = { tierPoints: 0, purchases: 0, netFen: 0 };

/** Days of history that conditions may look back. */
export const HISTORY_DAYS = 365;

/** Counts by member and business day. Loaded once per batch under the account locks, summed in memory, written as differences. */
export class MemberDays {
  private readonly known = new Map<MemberId, Map<Day, DayCounts>>();
  private readonly added = new Map<string, { memberId: MemberId; day: Day; counts: DayCounts }>();

  static async load(db: Queryable, ids: readonly MemberId[], from: Day): Promise<MemberDays> {
    const days = new MemberDays();
    if (ids.length === 0) return days;
    const rows = await db.query<{
      member_id: string;
      day: Day;
      tier_points: number;
      purchases: number;
      net_fen: string;
    }>(
      'SELECT member_id, day, tier_points, purchases, net_fen FROM loyalty_member_day WHERE member_id IN (?) AND day >= ?',
      [ids, from],
    );
    for (const row of rows)
      days.of(row.member_id).set(row.day, {
        tierPoints: row.tier_points,
        purchases: row.purchases,
        netFen: num(row.net_fen),
      });
    return days;
  }

  /** Sum of one count from `from` to `to`, both days included. */
  sum(memberId: MemberId, from: Day, to: Day, count: keyof DayCounts = 'tierPoints'): number {
    let sum = 0;
    for (const [day, counts] of this.of(memberId)) if (day >= from && day <= to) sum += counts[count];
    return sum;
  }

  /** What conditions may ask of the past: windows that end with `day`. */
  historyOf(memberId: MemberId, day: Day): History {
    const days = this.known.get(memberId);
    if (!days || days.size === 0) return { purchases: NO_COUNTS, amountFen: NO_COUNTS };
    const firsts = WINDOW_DAYS.map((length) => plusDays(day, 1 - length));
    const purchases = [0, 0, 0, 0];
    const amounts = [0, 0, 0, 0];
    for (const [date, counts] of days) {
      if (date > day || date < firsts[3]!) continue;
      for (let i = 3; i >= 0 && date >= firsts[i]!; i -= 1) {
        purchases[i]! += counts.purchases;
        amounts[i]! += counts.netFen;
      }
    }
    return { purchases: windowsOf(purchases), amountFen: windowsOf(amounts) };
  }

  add(memberId: MemberId, day: Day, change: Partial<DayCounts>): void {
    const difference = { ...NOTHING, ...change };
    if (difference.tierPoints === 0 && difference.purchases === 0 && difference.netFen === 0) return;
    const days = this.of(memberId);
    days.set(day, plus(days.get(day) ?? NOTHING, difference));
    const key = `${memberId} ${day}`;
    this.added.set(key, { memberId, day, counts: plus(this.added.get(key)?.counts ?? NOTHING, difference) });
  }

  async write(tx: Tx): Promise<void> {
    if (this.added.size === 0) return;
    const rows = [...this.added.values()].map(({ memberId, day, counts }) => [
      memberId,
      day,
      counts.tierPoints,
      counts.purchases,
      counts.netFen,
    ]);
    await tx.execute(
      `INSERT INTO loyalty_member_day (member_id, day, tier_points, purchases, net_fen) VALUES ?
       ON DUPLICATE KEY UPDATE tier_points = tier_points + VALUES(tier_points),
         purchases = purchases + VALUES(purchases), net_fen = net_fen + VALUES(net_fen)`,
      [rows],
    );
  }

  private of(memberId: MemberId): Map<Day, DayCounts> {
    let days = this.known.get(memberId);
    if (!days) {
      days = new Map();
      this.known.set(memberId, days);
    }
    return days;
  }
}

const WINDOW_DAYS = [7, 30, 90, HISTORY_DAYS] as const;
const NO_COUNTS: Windows = { d7: 0, d30: 0, d90: 0, d365: 0 };

const windowsOf = ([d7 = 0, d30 = 0, d90 = 0, d365 = 0]: readonly number[]): Windows => ({ d7, d30, d90, d365 });

const plus = (a: DayCounts, b: DayCounts): DayCounts => ({
  tierPoints: a.tierPoints + b.tierPoints,
  purchases: a.purchases + b.purchases,
  netFen: a.netFen + b.netFen,
});
