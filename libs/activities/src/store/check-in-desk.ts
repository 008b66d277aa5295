import { domainEvent } from '@fanloop/events';
import type { ActivityId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Activity, ActivityRepository } from './activity.repository';
import { CheckInCodes } from './check-in-codes';
import { type Entry, EntryRepository } from './entry.repository';

/** What the desk at the entrance needs: the activity, the entry behind a shown code, and its mark. */
@Injectable()
export class CheckInDesk {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly entries: EntryRepository,
    private readonly codes: CheckInCodes,
    private readonly outbox: Outbox,
  ) {}

  activity(tx: Tx, id: ActivityId): Promise<Activity | null> {
    return this.activities.byId(tx, id);
  }

  /** By the rotating code, or by the entry's number as it is read out. */
  async entry(tx: Tx, activityId: ActivityId, shown: string, now: Date): Promise<Entry | null> {
    const code = shown.replace(/[\s-]/g, '').toUpperCase();
    const queueNo = this.codes.read(activityId, code, now);
    return queueNo === null
      ? this.entries.byEntryNo(tx, activityId, code)
      : this.entries.byQueueNo(tx, activityId, queueNo);
  }

  /** Marks it and tells of it. False when the entry is not (or no longer) waiting to be checked in. */
  async attend(tx: Tx, activityId: ActivityId, { entryId, memberId }: Entry, now: Date): Promise<boolean> {
    if (!(await this.entries.attend(tx, entryId, now))) return false;
    const fact = { activityId, memberId, at: now.toISOString() };
    await this.outbox.append(tx, [domainEvent('activities.entry-attended.v1', fact, now)]);
    return true;
  }
}
