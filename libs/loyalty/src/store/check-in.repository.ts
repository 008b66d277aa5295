import type { MemberId } from '@fanloop/kernel';
import { isDuplicateEntry, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';

export interface CheckInRow {
  readonly day: Day;
  /** Days in a row up to this one. */
  readonly streak: number;
  readonly at: Date;
}

/** Daily check-ins: one row per member and business day. */
@Injectable()
export class CheckInRepository {
  /** The newest ones, the last day first. */
  async newest(db: Queryable, memberId: MemberId, limit: number): Promise<CheckInRow[]> {
    return db.query<CheckInRow>(
      'SELECT day, streak, at FROM loyalty_check_in WHERE member_id = ? ORDER BY day DESC LIMIT ?',
      [memberId, limit],
    );
  }

  /** False when the member has checked in on that day already. */
  async add(tx: Tx, memberId: MemberId, { day, streak, at }: CheckInRow): Promise<boolean> {
    try {
      await tx.execute('INSERT INTO loyalty_check_in (member_id, day, streak, at) VALUES (?, ?, ?, ?)', [
        memberId,
        day,
        streak,
        at,
      ]);
      return true;
    } catch (error) {
      if (isDuplicateEntry(error)) return false;
      throw error;
    }
  }

  async forget(tx: Tx, members: readonly MemberId[]): Promise<void> {
    if (members.length > 0) await tx.execute('DELETE FROM loyalty_check_in WHERE member_id IN (?)', [members]);
  }
}
