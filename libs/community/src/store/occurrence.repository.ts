import { addMs } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Firing, type OccurrenceState, retryAfterMs } from '../rules/occurrence';
import type { Claim } from './due-content.repository';

interface Row {
  state: OccurrenceState;
  lease_token: string | null;
  attempts: number;
  planned_at: Date;
  late_until: Date;
  failure: string | null;
  schedule_planned_at: Date;
  paused: number;
}

/** What happens to an occurrence between its claim and its end. */
@Injectable()
export class OccurrenceRepository {
  /** How it stands now. Locks the content item first, as every change of it does: the one waits for the other. */
  async lock(tx: Tx, claim: Claim): Promise<Firing | null> {
    await tx.query('SELECT id FROM community_content WHERE id = ? FOR UPDATE', [claim.contentId]);
    const [row] = await tx.query<Row>(
      `SELECT o.state, o.lease_token, o.attempts, o.planned_at, o.late_until, o.failure,
              s.planned_at AS schedule_planned_at, s.paused
         FROM community_occurrence o JOIN community_schedule s ON s.id = o.schedule_id WHERE o.id = ?`,
      [claim.occurrenceId],
    );
    if (!row) return null;
    const { state, attempts, failure, planned_at: plannedAt, late_until: lateUntil, lease_token: leaseToken } = row;
    const schedule = { plannedAt: row.schedule_planned_at, paused: row.paused === 1 };
    return { state, leaseToken, attempts, plannedAt, lateUntil, failure, schedule };
  }

  dispatch(tx: Tx, claim: Claim, now: Date): Promise<boolean> {
    return this.change(tx, claim, 'state = ?, updated_at = ?', ['dispatching', now]);
  }

  /** Its end. False when the lease is somebody else's by now. */
  settle(tx: Tx, claim: Claim, state: 'done' | 'skipped' | 'failed', why: string | null, now: Date): Promise<boolean> {
    return this.change(tx, claim, 'state = ?, failure = ?, lease_token = NULL, lease_until = NULL, updated_at = ?', [
      state,
      why?.slice(0, 500) ?? null,
      now,
    ]);
  }

  /** Back to its plan, as if nobody had claimed it. */
  release(tx: Tx, claim: Claim, now: Date): Promise<boolean> {
    return this.change(tx, claim, 'state = ?, lease_token = NULL, lease_until = NULL, attempts = 0, updated_at = ?', [
      'planned',
      now,
    ]);
  }

  /** An attempt failed: the lease is shortened or lengthened to the time of the next one. */
  postpone(tx: Tx, claim: Claim, attempts: number, why: string, now: Date): Promise<boolean> {
    return this.change(tx, claim, 'failure = ?, lease_until = ?, updated_at = ?', [
      why.slice(0, 500),
      addMs(now, retryAfterMs(attempts)),
      now,
    ]);
  }

  private async change(tx: Tx, claim: Claim, set: string, values: readonly unknown[]): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE community_occurrence SET ${set}
        WHERE id = ? AND lease_token = ? AND state IN ('claimed', 'dispatching')`,
      [...values, claim.occurrenceId, claim.token],
    );
    return changed.affectedRows === 1;
  }
}
