import { domainEvent } from '@fanloop/events';
import type { ActivityId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ActivityRepository } from '../store/activity.repository';
import { EntryRepository } from '../store/entry.repository';

/** Gives free seats to those who wait, in their order. The activity's row must be locked by the caller. */
@Injectable()
export class PromoteWaiting {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly entries: EntryRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, activityId: ActivityId, freeSeats: number, now: Date): Promise<void> {
    const next = freeSeats > 0 ? await this.entries.firstWaiting(tx, activityId, freeSeats) : [];
    if (next.length === 0) return;
    const change = { seats: next.length, waiting: -next.length, queued: 0 };
    const ids = next.map((entry) => entry.entryId);
    if (!(await this.activities.change(tx, activityId, change)) || !(await this.entries.promote(tx, ids, now)))
      throw new Error(`the waiting list of activity ${activityId} changed under its lock`);
    await this.outbox.append(
      tx,
      next.map(({ memberId }) =>
        domainEvent('activities.entry-promoted.v1', { activityId, memberId, at: now.toISOString() }, now),
      ),
    );
  }
}
