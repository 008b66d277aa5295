import { addMs } from '@fanloop/kernel';
import { randomId, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { LATE_SPACING_MS, LEASE_MS, ON_TIME_MS } from '../rules/occurrence';

/** The right to publish one occurrence, until the lease ends or somebody changes the plan. */
export interface Claim {
  readonly occurrenceId: string;
  readonly contentId: string;
  readonly token: string;
}

interface Row {
  id: string;
  content_id: string;
}

const FREE = `s.paused = 0 AND (o.state = 'planned' OR (o.state IN ('claimed', 'dispatching') AND o.lease_until <= ?))`;

const FROM = `SELECT o.id, o.content_id
   FROM community_occurrence o JOIN community_schedule s ON s.id = o.schedule_id`;

/**
 * Finds what is due and leases it. `FOR UPDATE SKIP LOCKED` gives a row to one of several sweeps and never waits, so
 * the claim stands in nobody's way; a lease that ended (its holder died) is claimed anew.
 */
@Injectable()
export class DueContentRepository {
  /** What is on time, and what can only be skipped. */
  async claimDue(tx: Tx, now: Date, limit: number): Promise<Claim[]> {
    const rows = await tx.query<Row>(
      `${FROM} WHERE ${FREE} AND o.state IN ('planned', 'claimed', 'dispatching') AND o.planned_at <= ?
          AND (o.planned_at >= ? OR o.late_until < ?)
        ORDER BY o.planned_at, o.id LIMIT ? FOR UPDATE SKIP LOCKED`,
      [now, now, addMs(now, -ON_TIME_MS), now, limit],
    );
    return this.lease(tx, rows, now);
  }

  /** The oldest late one, when the time for one has come: all sweeps share one pace. */
  async claimLate(tx: Tx, now: Date): Promise<Claim[]> {
    const [pace] = await tx.query<{ next_at: Date }>(
      "SELECT next_at FROM community_pace WHERE name = 'late' FOR UPDATE SKIP LOCKED",
    );
    // A mark further ahead than one step comes from a clock that has since been put back.
    const ahead = pace ? pace.next_at.getTime() - now.getTime() : 0;
    if (!pace || (ahead > 0 && ahead <= LATE_SPACING_MS)) return [];
    const rows = await tx.query<Row>(
      `${FROM} WHERE ${FREE} AND o.state IN ('planned', 'claimed', 'dispatching') AND o.planned_at < ?
          AND o.late_until >= ?
        ORDER BY o.planned_at, o.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now, addMs(now, -ON_TIME_MS), now],
    );
    if (rows.length > 0)
      await tx.execute("UPDATE community_pace SET next_at = ? WHERE name = 'late'", [addMs(now, LATE_SPACING_MS)]);
    return this.lease(tx, rows, now);
  }

  private async lease(tx: Tx, rows: readonly Row[], now: Date): Promise<Claim[]> {
    if (rows.length === 0) return [];
    const token = randomId();
    await tx.execute(
      `UPDATE community_occurrence
          SET state = 'claimed', lease_token = ?, lease_until = ?, attempts = attempts + 1, updated_at = ?
        WHERE id IN (?)`,
      [token, addMs(now, LEASE_MS), now, rows.map((row) => row.id)],
    );
    return rows.map((row) => ({ occurrenceId: row.id, contentId: row.content_id, token }));
  }
}
