import { domainEvent } from '@fanloop/events';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Activity, ActivityRepository } from '../store/activity.repository';
import { EntryRepository } from '../store/entry.repository';

/** Cancels the entries of an activity that is over or called off. The activity's row must be locked by the caller. */
@Injectable()
export class EndEntries {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly entries: EntryRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, activity: Activity, states: readonly ('joined' | 'waiting')[], now: Date): Promise<void> {
    const { activityId } = activity;
    const members = await this.entries.cancelAll(tx, activityId, states, now);
    if (members.length === 0) return;
    // All who wait are among them; the others had seats.
    const change = { seats: activity.waiting - members.length, waiting: -activity.waiting, queued: 0 };
    if (!(await this.activities.change(tx, activityId, change)))
      throw new Error(`the counts of activity ${activityId} do not agree with its entries`);
    await this.outbox.append(
      tx,
      members.map((memberId) =>
        domainEvent('activities.entry-cancelled.v1', { activityId, memberId, at: now.toISOString() }, now),
      ),
    );
  }
}
