import type { ActivityId, Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type ActivityStatus, shownStatus } from '../rules/activity';
import type { EntryState } from '../rules/entry';
import { ACTIVITY_COLUMNS, type Activity } from '../store/activity.repository';

/** An activity as shoppers and clerks see it in a list. Times are ISO 8601 UTC. */
export interface ActivityCard {
  readonly id: ActivityId;
  readonly kind: 'event';
  readonly title: string;
  readonly summary: string;
  readonly coverUrl: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly seatsTotal: number;
  readonly seatsLeft: number;
  readonly waiting: number;
  readonly status: Exclude<ActivityStatus, 'draft'>;
  readonly myState: 'none' | EntryState;
}

export interface CardRow extends Activity {
  readonly myState: EntryState | null;
}

const MOST = 100;

/** Lists of activities, with the caller's own state in each. */
@Injectable()
export class ActivityCardsRead {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is to come, soonest first; then what the member took part in, latest first. Null: a visitor. */
  async list(memberId: MemberId | null): Promise<ActivityCard[]> {
    const now = this.clock.now();
    const rows = await this.rows(
      `a.status <> 'draft' AND ((a.status IN ('open', 'closed') AND a.ends_at > ?) OR e.state IS NOT NULL)
        ORDER BY a.status IN ('open', 'closed') AND a.ends_at > ? DESC,
                 CASE WHEN a.ends_at > ? THEN a.starts_at END, a.starts_at DESC LIMIT ${MOST}`,
      memberId,
      [now, now, now],
    );
    return rows.map((row) => cardOf(row, now));
  }

  /** What is to come, soonest first. */
  async upcoming(memberId: MemberId | null, limit: number): Promise<ActivityCard[]> {
    const now = this.clock.now();
    const rows = await this.rows(
      "a.status IN ('open', 'closed') AND a.ends_at > ? ORDER BY a.starts_at, a.id LIMIT ?",
      memberId,
      [now, limit],
    );
    return rows.map((row) => cardOf(row, now));
  }

  /** What takes place in a store, or in no store in particular, and is not over. */
  async inStore(storeId: string): Promise<ActivityCard[]> {
    const now = this.clock.now();
    const rows = await this.rows(
      `a.status IN ('open', 'closed') AND a.ends_at > ? AND (a.store_id = ? OR a.store_id IS NULL)
        ORDER BY a.starts_at, a.id LIMIT ${MOST}`,
      null,
      [now, storeId],
    );
    return rows.map((row) => cardOf(row, now));
  }

  private rows(where: string, memberId: MemberId | null, params: readonly unknown[]): Promise<CardRow[]> {
    return this.reader.query<CardRow>(
      `SELECT ${ACTIVITY_COLUMNS}, e.state AS myState
         FROM activities_activity a LEFT JOIN activities_entry e ON e.activity_id = a.id AND e.member_id = ?
        WHERE ${where}`,
      [memberId ?? 0, ...params],
    );
  }
}

export const cardOf = (row: CardRow, now: Date): ActivityCard => ({
  id: row.activityId,
  kind: 'event',
  title: row.title,
  summary: row.summary,
  coverUrl: row.coverUrl,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  place: row.place,
  seatsTotal: row.seatsTotal,
  seatsLeft: row.seatsTotal - row.seatsTaken,
  waiting: row.waiting,
  status: shownStatus(row.status, row.signUpUntil, now) as ActivityCard['status'],
  myState: row.myState ?? 'none',
});
