import type { MemberId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { activeSince } from '../rules/calendar/clock-watch';
import type { Day } from '../rules/calendar/days';

/** One run: a rule (0: all birthday rules together) on one day. */
export interface RunKey {
  readonly ruleId: string;
  readonly day: Day;
}

/** How far the clock's own triggers have come, so that a sweep may die anywhere and another goes on. */
@Injectable()
export class ScheduleRuns {
  /**
   * Since when each of these rules is active, as far as the sweep saw it; rules that are active no more are forgotten. To be
   * called at each sweep.
   */
  async watch(tx: Tx, ruleIds: readonly string[], now: Date): Promise<Map<string, Date>> {
    const active = ruleIds.length > 0 ? ruleIds : ['0'];
    await tx.execute('DELETE FROM loyalty_schedule_watch WHERE rule_id NOT IN (?)', [active]);
    const rows = await tx.query<{ id: string; updated_at: Date; since: Date | null; seen_at: Date }>(
      `SELECT r.id, r.updated_at, w.since, w.seen_at FROM loyalty_rule r
         LEFT JOIN loyalty_schedule_watch w ON w.rule_id = r.id WHERE r.id IN (?) ORDER BY r.id`,
      [active],
    );
    const since = new Map(
      rows.map((row) => {
        const watched = row.since && { since: row.since, seenAt: row.seen_at };
        return [row.id, activeSince(watched, row.updated_at, now)] as const;
      }),
    );
    if (since.size > 0)
      await tx.execute(
        `INSERT INTO loyalty_schedule_watch (rule_id, since, seen_at) VALUES ?
         ON DUPLICATE KEY UPDATE since = VALUES(since), seen_at = VALUES(seen_at)`,
        [[...since].map(([ruleId, moment]) => [ruleId, moment, now])],
      );
    return since;
  }

  async isDone(db: Queryable, { ruleId, day }: RunKey): Promise<boolean> {
    const [row] = await db.query<{ done: number }>(
      'SELECT done FROM loyalty_schedule_run WHERE rule_id = ? AND day = ?',
      [ruleId, day],
    );
    return row?.done === 1;
  }

  async begin(tx: Tx, { ruleId, day }: RunKey): Promise<void> {
    await tx.execute(
      'INSERT INTO loyalty_schedule_run (rule_id, day) VALUES (?, ?) ON DUPLICATE KEY UPDATE rule_id = VALUES(rule_id)',
      [ruleId, day],
    );
  }

  /** The member after whom to go on; null: done, or another sweep is at it. */
  async take(tx: Tx, { ruleId, day }: RunKey): Promise<MemberId | null> {
    const [row] = await tx.query<{ after_member: string }>(
      'SELECT after_member FROM loyalty_schedule_run WHERE rule_id = ? AND day = ? AND done = 0 FOR UPDATE SKIP LOCKED',
      [ruleId, day],
    );
    return row?.after_member ?? null;
  }

  async advance(tx: Tx, { ruleId, day }: RunKey, from: MemberId, to: MemberId, done: boolean): Promise<void> {
    const { affectedRows } = await tx.execute(
      'UPDATE loyalty_schedule_run SET after_member = ?, done = ? WHERE rule_id = ? AND day = ? AND after_member = ?',
      [to, done ? 1 : 0, ruleId, day, from],
    );
    if (affectedRows !== 1) throw new Error(`run ${ruleId} of ${day} moved under its lock`);
  }
}
