import { addMs, type Clock } from '@fanloop/kernel';
import { CLOCK, isDuplicateEntry, json, num, type Queryable, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ReplayPlan } from '../rules/replay/plan';
import type { ReplayReport } from '../rules/replay/report';

export type ReplayState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** How far a replay has come: entries of the journal, of all that lie in its part, and events that were replayed. */
export interface ReplayProgress {
  readonly done: number;
  readonly total: number;
  readonly events: number;
}

export interface ReplayJob extends ReplayProgress {
  readonly replayId: string;
  readonly state: ReplayState;
  readonly plan: ReplayPlan;
  readonly failure: string | null;
  /** `staff:12`. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

interface JobRow {
  id: string;
  state: ReplayState;
  plan: string;
  done: string;
  total: string;
  events: string;
  failure: string | null;
  created_by: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

const COLUMNS = 'id, state, plan, done, total, events, failure, created_by, created_at, started_at, finished_at';
/** So many run at once; each holds one of these slots. */
export const SLOTS: readonly number[] = [1, 2];
/** A worker that died is replaced after this time. */
const LEASE_MS = 30_000;
/** A replay that kills its worker each time is given up. */
const MOST_ATTEMPTS = 3;

/** Replays as jobs. Whoever runs one holds its lease, and writes only while it does. */
@Injectable()
export class ReplayRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async insert(tx: Tx, plan: ReplayPlan, by: string): Promise<string> {
    const { insertId } = await tx.execute(
      "INSERT INTO loyalty_replay (state, plan, created_by, created_at) VALUES ('waiting', ?, ?, ?)",
      [JSON.stringify(plan), by, this.clock.now()],
    );
    return insertId;
  }

  async find(db: Queryable, replayId: string): Promise<ReplayJob | null> {
    const [row] = await db.query<JobRow>(`SELECT ${COLUMNS} FROM loyalty_replay WHERE id = ?`, [replayId]);
    return row ? toJob(row) : null;
  }

  /** Newest first. */
  async list(db: Queryable, limit = 50): Promise<ReplayJob[]> {
    return (await db.query<JobRow>(`SELECT ${COLUMNS} FROM loyalty_replay ORDER BY id DESC LIMIT ?`, [limit])).map(
      toJob,
    );
  }

  async report(db: Queryable, replayId: string): Promise<ReplayReport | null> {
    const [row] = await db.query<{ report: string | null }>('SELECT report FROM loyalty_replay WHERE id = ?', [
      replayId,
    ]);
    return row?.report ? json<ReplayReport>(row.report) : null;
  }

  /** Takes up the oldest that waits, where a slot is free; those whose worker fell silent wait again. Null: nothing to do. */
  async claim(tx: Tx, owner: string): Promise<ReplayJob | null> {
    const now = this.clock.now();
    await this.wakeSilent(tx, now);
    const taken = await tx.query<{ slot: number }>('SELECT slot FROM loyalty_replay WHERE slot IS NOT NULL');
    const slot = SLOTS.find((one) => !taken.some((row) => row.slot === one));
    const [next] = await tx.query<{ id: string }>(
      "SELECT id FROM loyalty_replay WHERE state = 'waiting' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED",
    );
    if (slot === undefined || !next) return null;
    try {
      const { affectedRows } = await tx.execute(
        `UPDATE loyalty_replay SET state = 'running', slot = ?, lease_owner = ?, lease_until = ?, attempts = attempts + 1,
           started_at = ?, done = 0, total = 0, events = 0 WHERE id = ? AND state = 'waiting'`,
        [slot, owner, addMs(now, LEASE_MS), now, next.id],
      );
      return affectedRows === 1 ? this.find(tx, next.id) : null;
    } catch (error) {
      // Another worker took the slot at the same moment.
      if (isDuplicateEntry(error)) return null;
      throw error;
    }
  }

  /** Tells how far it is and keeps the lease. False: it was cancelled, or another worker has taken it. */
  async advance(tx: Tx, replayId: string, owner: string, { done, total, events }: ReplayProgress): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE loyalty_replay SET done = ?, total = ?, events = ?, lease_until = ?
        WHERE id = ? AND state = 'running' AND lease_owner = ?`,
      [done, total, events, addMs(this.clock.now(), LEASE_MS), replayId, owner],
    );
    return affectedRows === 1;
  }

  /** False: it was cancelled meanwhile, or another worker has taken it. */
  async finish(tx: Tx, replayId: string, owner: string, report: ReplayReport): Promise<boolean> {
    return this.end(tx, "state = 'running' AND lease_owner = ?", [replayId, owner], { state: 'done', report });
  }

  async fail(tx: Tx, replayId: string, owner: string, failure: string): Promise<boolean> {
    return this.end(tx, "state = 'running' AND lease_owner = ?", [replayId, owner], { state: 'failed', failure });
  }

  /** False: it has ended already. */
  async cancel(tx: Tx, replayId: string): Promise<boolean> {
    return this.end(tx, "state IN ('waiting', 'running')", [replayId], { state: 'cancelled' });
  }

  private async wakeSilent(tx: Tx, now: Date): Promise<void> {
    const silent = "state = 'running' AND lease_until <= ?";
    await tx.execute(
      `UPDATE loyalty_replay SET state = 'failed', slot = NULL, lease_owner = NULL, finished_at = ?, failure = ?
        WHERE ${silent} AND attempts >= ?`,
      [now, `连续 ${MOST_ATTEMPTS} 次中断，没有算完`, now, MOST_ATTEMPTS],
    );
    await tx.execute(
      `UPDATE loyalty_replay SET state = 'waiting', slot = NULL, lease_owner = NULL, lease_until = NULL WHERE ${silent}`,
      [now],
    );
  }

  private async end(
    tx: Tx,
    condition: string,
    [replayId, ...params]: readonly [string, ...string[]],
    to: { readonly state: ReplayState; readonly report?: ReplayReport; readonly failure?: string },
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE loyalty_replay SET state = ?, slot = NULL, lease_owner = NULL, lease_until = NULL, finished_at = ?,
         report = ?, failure = ? WHERE id = ? AND ${condition}`,
      [
        to.state,
        this.clock.now(),
        to.report ? JSON.stringify(to.report) : null,
        to.failure?.slice(0, 500) ?? null,
        replayId,
        ...params,
      ],
    );
    return affectedRows === 1;
  }
}

const toJob = (row: JobRow): ReplayJob => ({
  replayId: row.id,
  state: row.state,
  plan: json<ReplayPlan>(row.plan),
  done: num(row.done),
  total: num(row.total),
  events: num(row.events),
  failure: row.failure,
  createdBy: row.created_by,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});
