import type { ActivityId, StoreId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ActivityDraft, ActivityStatus } from '../rules/activity';

export interface Activity extends ActivityDraft {
  readonly activityId: ActivityId;
  readonly status: ActivityStatus;
  readonly storeId: StoreId | null;
  readonly seatsTaken: number;
  readonly waiting: number;
  readonly lastQueueNo: number;
}

/** The row with the names of the code, for every query that wants activities. */
export const ACTIVITY_COLUMNS = `a.id AS activityId, a.status, a.title, a.summary, a.body, a.cover_url AS coverUrl,
  a.store_id AS storeId, a.place, a.starts_at AS startsAt, a.ends_at AS endsAt, a.sign_up_until AS signUpUntil,
  a.seats_total AS seatsTotal, a.seats_taken AS seatsTaken, a.waiting, a.last_queue_no AS lastQueueNo,
  a.coupon_template_id AS couponTemplateId`;

export interface SeatChange {
  readonly seats: number;
  readonly waiting: number;
  readonly queued: number;
}

/** Activities and their seats. */
@Injectable()
export class ActivityRepository {
  /** Locks the rows in ascending order: who comes next waits here and sees what this transaction leaves. */
  async lock(tx: Tx, ids: readonly ActivityId[]): Promise<Map<ActivityId, Activity>> {
    const rows = await tx.query<Activity>(
      `SELECT ${ACTIVITY_COLUMNS} FROM activities_activity a WHERE a.id IN (?) ORDER BY a.id FOR UPDATE`,
      [ids],
    );
    return new Map(rows.map((row) => [row.activityId, row]));
  }

  async byId(from: Queryable, id: ActivityId): Promise<Activity | null> {
    const [row] = await from.query<Activity>(`SELECT ${ACTIVITY_COLUMNS} FROM activities_activity a WHERE a.id = ?`, [
      id,
    ]);
    return row ?? null;
  }

  /** Adds to seats and waiting list, or does nothing: false when the seats do not suffice or a count would go below zero. */
  async change(tx: Tx, id: ActivityId, { seats, waiting, queued }: SeatChange): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE activities_activity
          SET seats_taken = seats_taken + ?, waiting = waiting + ?, last_queue_no = last_queue_no + ?
        WHERE id = ? AND seats_taken + ? BETWEEN 0 AND seats_total AND waiting + ? >= 0`,
      [seats, waiting, queued, id, seats, waiting],
    );
    return written.affectedRows === 1;
  }

  async insert(tx: Tx, draft: ActivityDraft, now: Date): Promise<ActivityId> {
    const written = await tx.execute(
      `INSERT INTO activities_activity
         (title, summary, body, cover_url, store_id, place, starts_at, ends_at, sign_up_until, seats_total,
          coupon_template_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [...valuesOf(draft), now, now],
    );
    return written.insertId;
  }

  /** False when more seats are taken than the new total. */
  async revise(tx: Tx, id: ActivityId, draft: ActivityDraft, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE activities_activity
          SET title = ?, summary = ?, body = ?, cover_url = ?, store_id = ?, place = ?, starts_at = ?, ends_at = ?,
              sign_up_until = ?, seats_total = ?, coupon_template_id = ?, updated_at = ?
        WHERE id = ? AND seats_taken <= ?`,
      [...valuesOf(draft), now, id, draft.seatsTotal],
    );
    return written.affectedRows === 1;
  }

  async setStatus(tx: Tx, id: ActivityId, status: ActivityStatus, now: Date): Promise<void> {
    await tx.execute('UPDATE activities_activity SET status = ?, updated_at = ? WHERE id = ?', [status, now, id]);
  }
}

const valuesOf = (draft: ActivityDraft): unknown[] => [
  draft.title,
  draft.summary,
  draft.body,
  draft.coverUrl,
  draft.storeId,
  draft.place,
  draft.startsAt,
  draft.endsAt,
  draft.signUpUntil,
  draft.seatsTotal,
  draft.couponTemplateId,
];
