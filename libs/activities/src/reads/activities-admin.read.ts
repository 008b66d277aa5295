import type { ActivityId, MemberId, StoreId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor } from '@fanloop/organization';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ActivityStatus } from '../rules/activity';
import type { EntryState } from '../rules/entry';
import { refuse } from '../rules/refusals';
import { ACTIVITY_COLUMNS, type Activity } from '../store/activity.repository';

/** An activity as the console shows and edits it. Times are ISO 8601 UTC. */
export interface ActivityView {
  readonly id: ActivityId;
  readonly kind: 'event';
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly coverUrl: string | null;
  readonly storeId: StoreId | null;
  readonly storeName: string | null;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly signUpUntil: string;
  readonly seatsTotal: number;
  readonly couponTemplateId: string | null;
  readonly seatsTaken: number;
  readonly seatsLeft: number;
  readonly waiting: number;
  readonly attended: number;
  readonly status: ActivityStatus;
}

export interface EntryView {
  readonly entryNo: string;
  readonly memberId: MemberId;
  readonly nickname: string;
  readonly phoneMasked: string | null;
  readonly state: EntryState;
  /** Place in the waiting list, from 1. */
  readonly position: number | null;
  readonly joinedAt: string;
  readonly attendedAt: string | null;
}

interface AdminRow extends Activity {
  readonly attended: string;
}

interface EntryRow {
  entryNo: string;
  memberId: MemberId;
  state: EntryState;
  joinedAt: Date;
  attendedAt: Date | null;
}

const ATTENDED = `(SELECT COUNT(*) FROM activities_entry e WHERE e.activity_id = a.id AND e.state = 'attended') AS attended`;
const MOST_ENTRIES = 2000;

/** Activities and their entries for the console. */
@Injectable()
export class ActivitiesAdminRead {
  constructor(
    private readonly reader: Reader,
    private readonly organization: OrganizationDoor,
    private readonly members: MembersDoor,
  ) {}

  /** Newest start first. */
  async page(page: number, pageSize: number): Promise<{ items: ActivityView[]; total: number }> {
    const count = await this.reader.one<{ n: string }>('SELECT COUNT(*) AS n FROM activities_activity');
    const rows = await this.reader.query<AdminRow>(
      `SELECT ${ACTIVITY_COLUMNS}, ${ATTENDED} FROM activities_activity a ORDER BY a.starts_at DESC, a.id DESC
        LIMIT ? OFFSET ?`,
      [pageSize, (page - 1) * pageSize],
    );
    return { items: await this.views(rows), total: num(count?.n) };
  }

  /** Throws ActivityNotFound. */
  async one(activityId: ActivityId): Promise<ActivityView> {
    const rows = await this.reader.query<AdminRow>(
      `SELECT ${ACTIVITY_COLUMNS}, ${ATTENDED} FROM activities_activity a WHERE a.id = ?`,
      [activityId],
    );
    const [view] = await this.views(rows);
    if (!view) throw refuse('ActivityNotFound');
    return view;
  }

  /** Those with a seat in order of arrival, then the waiting list, then who cancelled. At most 2,000. */
  async entries(activityId: ActivityId): Promise<EntryView[]> {
    const rows = await this.reader.query<EntryRow>(
      `SELECT entry_no AS entryNo, member_id AS memberId, state, joined_at AS joinedAt, attended_at AS attendedAt
         FROM activities_entry WHERE activity_id = ?
        ORDER BY FIELD(state, 'attended', 'joined', 'waiting', 'cancelled'), queue_no LIMIT ${MOST_ENTRIES}`,
      [activityId],
    );
    const ids = rows.map((row) => row.memberId);
    const [people, phones] = await Promise.all([this.members.summaries(ids), this.members.maskedPhones(ids)]);
    let waiting = 0;
    return rows.map((row) => ({
      entryNo: row.entryNo,
      memberId: row.memberId,
      nickname: people.get(row.memberId)?.nickname ?? '已注销',
      phoneMasked: phones.get(row.memberId) ?? null,
      state: row.state,
      position: row.state === 'waiting' ? ++waiting : null,
      joinedAt: row.joinedAt.toISOString(),
      attendedAt: row.attendedAt?.toISOString() ?? null,
    }));
  }

  private async views(rows: readonly AdminRow[]): Promise<ActivityView[]> {
    const stores = await this.organization.storesByIds(rows.flatMap((row) => (row.storeId ? [row.storeId] : [])));
    return rows.map((row) => ({
      id: row.activityId,
      kind: 'event',
      title: row.title,
      summary: row.summary,
      body: row.body,
      coverUrl: row.coverUrl,
      storeId: row.storeId,
      storeName: row.storeId ? (stores.get(row.storeId)?.name ?? null) : null,
      place: row.place,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      signUpUntil: row.signUpUntil.toISOString(),
      seatsTotal: row.seatsTotal,
      couponTemplateId: row.couponTemplateId,
      seatsTaken: row.seatsTaken,
      seatsLeft: row.seatsTotal - row.seatsTaken,
      waiting: row.waiting,
      attended: num(row.attended),
      status: row.status,
    }));
  }
}
