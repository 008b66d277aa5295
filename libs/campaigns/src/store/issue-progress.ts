import { addMs, type Clock } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type SettledChunk, waitsForTomorrow } from '../rules/chunk';
import type { Issue } from './issue.repository';

/** A worker that died is replaced after this time. */
const LEASE_MS = 30_000;
/** Given up after so many tries without any progress in between. */
const MOST_ATTEMPTS = 5;

/** The worker, and the place from which it goes on: each step is written only if both are still so. */
export interface Hold {
  readonly issue: Issue;
  readonly owner: string;
}

/** What a worker writes of an issue. Every step is a conditional update, whose count says whether it was still the worker's to take. */
@Injectable()
export class IssueProgress {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** Takes up the oldest that is due, or whose worker fell silent, or that has members to tell. Null: nothing to do. */
  async claim(tx: Tx, owner: string): Promise<string | null> {
    const now = this.clock.now();
    const [next] = await tx.query<{ id: string; attempts: number }>(
      `SELECT id, attempts FROM campaigns_issue
        WHERE ((state = 'planned' AND start_at <= ?) OR state IN ('freezing', 'running')
               OR (notify = 1 AND told_position < done_position))
          AND (lease_until IS NULL OR lease_until <= ?)
        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now, now],
    );
    if (!next) return null;
    const isGivenUp = next.attempts >= MOST_ATTEMPTS;
    await tx.execute(
      isGivenUp
        ? // What has ended stays as it ended: then only the telling is given up.
          `UPDATE campaigns_issue
              SET told_position = CASE WHEN state IN ('freezing', 'running') THEN told_position ELSE done_position END,
                  finished_at = COALESCE(finished_at, ?), failure = COALESCE(failure, ?), attempts = 0, lease_owner = NULL,
                  lease_until = NULL, state = CASE WHEN state IN ('freezing', 'running') THEN 'failed' ELSE state END
            WHERE id = ?`
        : `UPDATE campaigns_issue SET held_by = CASE WHEN state = 'running' THEN NULL ELSE held_by END,
             state = CASE WHEN state = 'planned' THEN 'freezing' ELSE state END, lease_owner = ?, lease_until = ?, attempts = attempts + 1 WHERE id = ?`,
      isGivenUp ? [now, `连续 ${MOST_ATTEMPTS} 次中断，没有进展`, next.id] : [owner, addMs(now, LEASE_MS), next.id],
    );
    return isGivenUp ? null : next.id;
  }

  /** Holds the row until the step commits: a cancel comes before or after it, and another worker finds its place gone. */
  async keep(tx: Tx, { issue, owner }: Hold): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE campaigns_issue SET lease_until = ?, attempts = 0, failure = NULL
        WHERE id = ? AND state = ? AND lease_owner = ? AND frozen_to = ? AND done_position = ? AND carried = ?`,
      [
        addMs(this.clock.now(), LEASE_MS),
        issue.issueId,
        issue.state,
        owner,
        issue.frozenTo,
        issue.doneTo,
        issue.carried,
      ],
    );
    return affectedRows === 1;
  }

  /** A page of the audience was written. */
  async freeze(tx: Tx, issue: Issue, to: { audienceId: string; frozenTo: string; members: number }): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE campaigns_issue SET audience_id = ?, frozen_to = ?, members = ?
        WHERE id = ? AND state = 'freezing' AND frozen_to = ?`,
      [to.audienceId, to.frozenTo, to.members, issue.issueId, issue.frozenTo],
    );
    return affectedRows === 1;
  }

  /** Everybody is in: the coupons follow. */
  async begin(tx: Tx, issue: Issue): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE campaigns_issue SET state = 'running', started_at = ? WHERE id = ? AND state = 'freezing'",
      [this.clock.now(), issue.issueId],
    );
    return affectedRows === 1;
  }

  /** A chunk was written; with `held` nobody goes on before a person says so, or before the next day begins where that is enough. */
  async advance(tx: Tx, issue: Issue, chunk: SettledChunk): Promise<boolean> {
    const isWaiting = waitsForTomorrow(chunk.held);
    const { affectedRows } = await tx.execute(
      `UPDATE campaigns_issue
          SET done_position = ?, carried = ?, issued = issued + ?, issued_members = issued_members + ?, skipped = skipped + ?,
              state = ?, held_by = ?, lease_owner = CASE WHEN ? IS NULL THEN lease_owner END,
              lease_until = CASE WHEN ? IS NULL THEN lease_until ELSE ? END
        WHERE id = ? AND state = 'running' AND done_position = ? AND carried = ?`,
      [
        chunk.doneTo,
        chunk.carried,
        chunk.issued,
        chunk.issuedMembers,
        chunk.skips.length,
        chunk.held === null || isWaiting ? 'running' : 'held',
        chunk.held,
        chunk.held,
        chunk.held,
        isWaiting ? this.calendar.startOfDayAfter(this.clock.now(), 1) : null,
        issue.issueId,
        issue.doneTo,
        issue.carried,
      ],
    );
    return affectedRows === 1;
  }

  /** Members up to a position were told. Also after a cancel: what was issued is told. */
  async tell(tx: Tx, issue: Issue, to: number): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE campaigns_issue SET told_position = ? WHERE id = ? AND told_position = ? AND done_position >= ?',
      [to, issue.issueId, issue.toldTo, to],
    );
    return affectedRows === 1;
  }

  /** Nothing is left, or (with a reason) nothing could be. */
  async end(tx: Tx, issue: Issue, state: 'done' | 'failed', failure: string | null = null): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE campaigns_issue SET state = ?, failure = ?, finished_at = ?, lease_owner = NULL, lease_until = NULL
        WHERE id = ? AND state = ?`,
      [state, failure, this.clock.now(), issue.issueId, issue.state],
    );
    return affectedRows === 1;
  }

  /** After an error: what went wrong is kept, and a worker tries again when the lease is over. */
  async note(tx: Tx, issueId: string, owner: string, failure: string): Promise<void> {
    await tx.execute('UPDATE campaigns_issue SET failure = ? WHERE id = ? AND lease_owner = ?', [
      failure.slice(0, 500),
      issueId,
      owner,
    ]);
  }

  /** Lets an issue go that is not the worker's any more, or has ended. */
  async release(tx: Tx, issueId: string, owner: string): Promise<void> {
    await tx.execute(
      'UPDATE campaigns_issue SET lease_owner = NULL, lease_until = NULL, attempts = 0 WHERE id = ? AND lease_owner = ?',
      [issueId, owner],
    );
  }
}
