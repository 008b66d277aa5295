import { domainEvent } from '@fanloop/events';
import type { ActivityId, MemberId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { whyNotLeave } from '../rules/entry';
import { refuse } from '../rules/refusals';
import { ActivityRepository } from '../store/activity.repository';
import { EntryRepository } from '../store/entry.repository';
import { PromoteWaiting } from './promote-waiting.use-case';

/**
 * Gives up an entry in the caller's transaction. A freed seat goes to exactly one who waits, in the same transaction: it
 * is neither lost nor offered twice (A5).
 */
@Injectable()
export class ReleaseEntry {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly entries: EntryRepository,
    private readonly promoteWaiting: PromoteWaiting,
    private readonly outbox: Outbox,
  ) {}

  /** Cancelling what is cancelled already is done. Throws ActivityNotFound, NotJoined, ActivityStarted, AlreadyCheckedIn. */
  async execute(tx: Tx, activityId: ActivityId, memberId: MemberId, now: Date): Promise<void> {
    const activity = (await this.activities.lock(tx, [activityId])).get(activityId);
    if (!activity) throw refuse('ActivityNotFound');
    const entry = (await this.entries.ofMembers(tx, activityId, [memberId])).get(memberId);
    if (entry?.state === 'cancelled') return;
    const refusal = whyNotLeave(activity, entry?.state, now);
    if (refusal || !entry) throw refusal ?? refuse('NotJoined');
    const seated = entry.state === 'joined';
    const change = { seats: seated ? -1 : 0, waiting: seated ? 0 : -1, queued: 0 };
    const cancelled = await this.entries.cancel(tx, entry.entryId, entry.state, now);
    if (!cancelled || !(await this.activities.change(tx, activityId, change)))
      throw new Error(`entry ${entry.entryId} changed under the lock of its activity`);
    await this.outbox.append(tx, [
      domainEvent('activities.entry-cancelled.v1', { activityId, memberId, at: now.toISOString() }, now),
    ]);
    if (seated) await this.promoteWaiting.execute(tx, activityId, 1, now);
  }
}
