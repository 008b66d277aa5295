import type { ActivityId, Clock, MemberId, StoreId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor } from '@fanloop/organization';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntryState } from '../rules/entry';
import { refuse } from '../rules/refusals';
import { ACTIVITY_COLUMNS } from '../store/activity.repository';
import { CheckInCodes, type ShownCode } from '../store/check-in-codes';
import { type ActivityCard, type CardRow, cardOf } from './activity-cards.read';

export interface ActivityDetail extends ActivityCard {
  readonly body: string;
  readonly storeId: StoreId | null;
  readonly storeName: string | null;
  readonly signUpUntil: string;
  /** The coupon for who comes. */
  readonly couponTemplateId: string | null;
  readonly myEntryNo: string | null;
  /** Place in the waiting list, from 1. */
  readonly waitingPosition: number | null;
  /** Shown by who has a seat. */
  readonly checkInCode: ShownCode | null;
  /** At most 12 of those who come, latest first. */
  readonly attendees: readonly { readonly nickname: string; readonly avatarUrl: string | null }[];
}

interface DetailRow extends CardRow {
  readonly myEntryNo: string | null;
  readonly myQueueNo: number | null;
}

const FACES = 12;

/** One activity as one person sees it. */
@Injectable()
export class ActivityDetailRead {
  constructor(
    private readonly reader: Reader,
    private readonly organization: OrganizationDoor,
    private readonly members: MembersDoor,
    private readonly codes: CheckInCodes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws ActivityNotFound, for a draft too. @param memberId null for a visitor */
  async of(activityId: ActivityId, memberId: MemberId | null): Promise<ActivityDetail> {
    const now = this.clock.now();
    const row = await this.reader.one<DetailRow>(
      `SELECT ${ACTIVITY_COLUMNS}, e.state AS myState, e.entry_no AS myEntryNo, e.queue_no AS myQueueNo
         FROM activities_activity a LEFT JOIN activities_entry e ON e.activity_id = a.id AND e.member_id = ?
        WHERE a.id = ? AND a.status <> 'draft'`,
      [memberId ?? 0, activityId],
    );
    if (!row) throw refuse('ActivityNotFound');
    return {
      ...cardOf(row, now),
      body: row.body,
      storeId: row.storeId,
      storeName: row.storeId ? await this.storeName(row.storeId) : null,
      signUpUntil: row.signUpUntil.toISOString(),
      couponTemplateId: row.couponTemplateId,
      myEntryNo: row.myState === 'cancelled' ? null : row.myEntryNo,
      waitingPosition: row.myState === 'waiting' ? await this.position(activityId, row.myQueueNo!) : null,
      checkInCode: mayShowCode(row.myState, row.status) ? this.codes.show(activityId, row.myQueueNo!, now) : null,
      attendees: await this.attendees(activityId),
    };
  }

  private async storeName(storeId: StoreId): Promise<string | null> {
    return (await this.organization.storesByIds([storeId])).get(storeId)?.name ?? null;
  }

  private async position(activityId: ActivityId, queueNo: number): Promise<number> {
    const row = await this.reader.one<{ n: string }>(
      "SELECT COUNT(*) AS n FROM activities_entry WHERE activity_id = ? AND state = 'waiting' AND queue_no <= ?",
      [activityId, queueNo],
    );
    return num(row?.n);
  }

  private async attendees(activityId: ActivityId): Promise<ActivityDetail['attendees']> {
    const rows = await this.reader.query<{ memberId: MemberId }>(
      `SELECT member_id AS memberId FROM activities_entry WHERE activity_id = ? AND state IN ('joined', 'attended')
        ORDER BY queue_no DESC LIMIT ${FACES}`,
      [activityId],
    );
    const people = await this.members.summaries(rows.map((row) => row.memberId));
    return rows.flatMap((row) => {
      const person = people.get(row.memberId);
      return person ? [{ nickname: person.nickname, avatarUrl: person.avatarUrl }] : [];
    });
  }
}

const mayShowCode = (state: EntryState | null, status: CardRow['status']): boolean =>
  state === 'joined' && (status === 'open' || status === 'closed');
