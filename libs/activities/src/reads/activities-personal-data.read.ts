import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Every entry of a member, for the member's own export. */
@Injectable()
export class ActivitiesPersonalData implements PersonalDataSource {
  readonly context = 'activities';

  constructor(private readonly reader: Reader) {}

  personalDataOf(memberId: MemberId): Promise<unknown> {
    return this.reader.query(
      `SELECT a.title, a.starts_at AS startsAt, e.entry_no AS entryNo, e.state, e.joined_at AS joinedAt,
              e.promoted_at AS promotedAt, e.cancelled_at AS cancelledAt, e.attended_at AS attendedAt
         FROM activities_entry e JOIN activities_activity a ON a.id = e.activity_id
        WHERE e.member_id = ? ORDER BY e.id`,
      [memberId],
    );
  }
}
