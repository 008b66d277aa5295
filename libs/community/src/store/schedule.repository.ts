import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { isLive, LIVE_STATES, lateUntil } from '../rules/occurrence';
import type { Plan } from '../rules/plan';
import type { LockedContent } from './content.repository';

const RESET = 'lease_token = NULL, lease_until = NULL, attempts = 0, failure = NULL';

/** Plans and the occurrences that they bring about. Every method is called under the lock of the content item. */
@Injectable()
export class ScheduleRepository {
  async plan(tx: Tx, contentId: string, plan: Plan, now: Date): Promise<void> {
    const { insertId } = await tx.execute(
      `INSERT INTO community_schedule
         (content_id, planned_local, zone, planned_at, misfire, max_lateness_minutes) VALUES (?, ?, ?, ?, ?, ?)`,
      [contentId, ...columnsOf(plan)],
    );
    await this.insertOccurrence(tx, insertId, contentId, plan, now);
  }

  /** From now on only the new time counts. A plan that keeps its time keeps its occurrence, claimed or not. */
  async replan(tx: Tx, content: LockedContent, plan: Plan, now: Date): Promise<void> {
    const sameTime = content.plannedAt.getTime() === plan.plannedAt.getTime();
    if (isLive(content.state) && sameTime)
      await tx.execute('UPDATE community_occurrence SET late_until = ? WHERE id = ?', [
        lateUntil(plan.plannedAt, plan.misfire),
        content.occurrenceId,
      ]);
    else await this.replace(tx, content, plan, now);
    await tx.execute(
      `UPDATE community_schedule SET planned_local = ?, zone = ?, planned_at = ?, misfire = ?, max_lateness_minutes = ?
        WHERE id = ?`,
      [...columnsOf(plan), content.scheduleId],
    );
  }

  /** The planned time will not fire, even if somebody holds its lease at this moment. A pause ends with its plan. */
  async cancel(tx: Tx, content: LockedContent, now: Date): Promise<void> {
    await this.drop(tx, content, now);
    await tx.execute('UPDATE community_schedule SET paused = 0 WHERE id = ?', [content.scheduleId]);
  }

  private async drop(tx: Tx, content: LockedContent, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE community_occurrence SET state = 'cancelled', ${RESET}, updated_at = ? WHERE id = ? AND state IN (?)`,
      [now, content.occurrenceId, LIVE_STATES],
    );
  }

  /** A pause takes the lease from whoever holds it; the plan stays. */
  async pause(tx: Tx, content: LockedContent, paused: boolean, now: Date): Promise<void> {
    await tx.execute('UPDATE community_schedule SET paused = ? WHERE id = ?', [paused ? 1 : 0, content.scheduleId]);
    await tx.execute(
      `UPDATE community_occurrence SET state = 'planned', ${RESET}, updated_at = ? WHERE id = ? AND state IN (?)`,
      [now, content.occurrenceId, LIVE_STATES],
    );
  }

  private async replace(tx: Tx, content: LockedContent, plan: Plan, now: Date): Promise<void> {
    await this.drop(tx, content, now);
    // The new time may be one that was planned, and left, before.
    const revived = await tx.execute(
      `UPDATE community_occurrence SET state = 'planned', late_until = ?, ${RESET}, updated_at = ?
        WHERE schedule_id = ? AND planned_at = ? AND state IN ('cancelled', 'skipped', 'failed')`,
      [lateUntil(plan.plannedAt, plan.misfire), now, content.scheduleId, plan.plannedAt],
    );
    if (revived.affectedRows === 0) await this.insertOccurrence(tx, content.scheduleId, content.contentId, plan, now);
  }

  private async insertOccurrence(tx: Tx, scheduleId: string, contentId: string, plan: Plan, now: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO community_occurrence (schedule_id, content_id, planned_at, late_until, updated_at)
       VALUES (?, ?, ?, ?, ?)`,
      [scheduleId, contentId, plan.plannedAt, lateUntil(plan.plannedAt, plan.misfire), now],
    );
  }
}

const columnsOf = (plan: Plan): unknown[] => [
  plan.plannedLocal,
  plan.zone,
  plan.plannedAt,
  plan.misfire.kind,
  plan.misfire.kind === 'late' ? plan.misfire.maxLatenessMinutes : null,
];
