import { ascending, type MemberId, type Points } from '@fanloop/kernel';
import { num, type Queryable, randomId, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import { LOT_END } from './lot-end';

/** Points that die as `day` ends: at an instant later than `after` and not later than `until`. */
export interface EndOfDay {
  readonly day: Day;
  readonly after: Date;
  readonly until: Date;
  /** Which reminder: so many days before. */
  readonly daysBefore: number;
}

/** Who was told of which end. */
@Injectable()
export class ExpiryReminders {
  /** Members who may lose points as that day ends and were not told, in ascending order of id. */
  async candidates(db: Queryable, end: EndOfDay, afterId: MemberId, limit: number): Promise<MemberId[]> {
    const untold = `NOT EXISTS (SELECT 1 FROM loyalty_expiry_reminder r
      WHERE r.member_id = x.member_id AND r.end_day = ? AND r.days_before = ?)`;
    const span = [end.after, end.until, afterId, end.day, end.daysBefore, limit];
    const byLot = await db.query<{ member_id: MemberId }>(
      `SELECT x.member_id FROM loyalty_lot x WHERE x.expires_at > ? AND x.expires_at <= ? AND x.remaining > 0
          AND x.member_id > ? AND ${untold} GROUP BY x.member_id ORDER BY x.member_id LIMIT ?`,
      span,
    );
    const byClock = await db.query<{ member_id: MemberId }>(
      `SELECT x.member_id FROM loyalty_points_account x WHERE x.inactivity_ends_at > ? AND x.inactivity_ends_at <= ?
          AND x.available > 0 AND x.member_id > ? AND ${untold} ORDER BY x.member_id LIMIT ?`,
      span,
    );
    return ascending([...byLot, ...byClock].map((row) => row.member_id)).slice(0, limit);
  }

  /** Takes the telling of those who really lose points; a parallel worker that asks for the same gets none of them. */
  async claim(
    tx: Tx,
    end: EndOfDay,
    ids: readonly MemberId[],
    now: Date,
  ): Promise<{ memberId: MemberId; points: Points }[]> {
    const losing = await this.losing(tx, end, ids, now);
    if (losing.length === 0) return [];
    const mine = randomId();
    await tx.execute(
      `INSERT INTO loyalty_expiry_reminder (member_id, end_day, days_before, points, told_by, told_at) VALUES ?
       ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)`,
      [losing.map(({ memberId, points }) => [memberId, end.day, end.daysBefore, points, mine, now])],
    );
    const rows = await tx.query<{ member_id: MemberId; points: number }>(
      `SELECT member_id, points FROM loyalty_expiry_reminder
        WHERE member_id IN (?) AND end_day = ? AND days_before = ? AND told_by = ? ORDER BY member_id`,
      [losing.map(({ memberId }) => memberId), end.day, end.daysBefore, mine],
    );
    return rows.map((row) => ({ memberId: row.member_id, points: row.points }));
  }

  private async losing(tx: Tx, { after, until }: EndOfDay, ids: readonly MemberId[], now: Date) {
    const rows = await tx.query<{ member_id: MemberId; points: string }>(
      `SELECT member_id, SUM(remaining) AS points FROM (
         SELECT l.member_id, l.remaining, ${LOT_END} AS ends_at
           FROM loyalty_lot l JOIN loyalty_points_account a ON a.member_id = l.member_id
          WHERE l.member_id IN (?) AND l.remaining > 0) open_lots
        WHERE ends_at > ? AND ends_at <= ? AND ends_at > ? GROUP BY member_id ORDER BY member_id`,
      [ids, after, until, now],
    );
    return rows.map((row) => ({ memberId: row.member_id, points: num(row.points) }));
  }
}
