import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** One thing that a member did in an activity, for the timeline. */
export interface ActivityMoment {
  readonly at: Date;
  readonly title: string;
  /** The activity's title. */
  readonly detail: string;
  /** The activity's id. */
  readonly ref: string;
}

interface Row {
  at: Date;
  what: 'joined' | 'cancelled' | 'attended';
  title: string;
  id: string;
}

const TITLES: Record<Row['what'], string> = { joined: '报名活动', cancelled: '取消报名', attended: '活动签到' };

/** What a member did in activities before an instant, newest first. */
@Injectable()
export class ActivityHistoryRead {
  constructor(private readonly reader: Reader) {}

  async of(memberId: MemberId, before: Date, limit: number): Promise<ActivityMoment[]> {
    const from = 'activities_entry e JOIN activities_activity a ON a.id = e.activity_id WHERE e.member_id = ?';
    const rows = await this.reader.query<Row>(
      `SELECT e.joined_at AS at, 'joined' AS what, a.title, a.id FROM ${from} AND e.joined_at < ?
       UNION ALL SELECT e.cancelled_at, 'cancelled', a.title, a.id FROM ${from} AND e.cancelled_at < ?
       UNION ALL SELECT e.attended_at, 'attended', a.title, a.id FROM ${from} AND e.attended_at < ?
       ORDER BY at DESC LIMIT ?`,
      [memberId, before, memberId, before, memberId, before, limit],
    );
    return rows.map((row) => ({ at: row.at, title: TITLES[row.what], detail: row.title, ref: row.id }));
  }
}
