import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RfmBoundaries } from '../rules/rfm';

export interface RunRow {
  readonly id: string;
  readonly state: 'requested' | 'running' | 'done' | 'failed';
  readonly as_of: Date;
  readonly window_days: number;
  readonly requested_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly members: number;
  readonly processed: number;
  readonly changed: number;
  readonly boundaries: unknown;
  readonly error: string | null;
}

/** Runs of the computation, with their progress: requested → running (leased) → done | failed. */
@Injectable()
export class RunsRepository {
  async request(tx: Tx, asOf: string, windowDays: number, by: string, at: Date): Promise<string> {
    const created = await tx.execute(
      "INSERT INTO tagging_run (state, as_of, window_days, requested_by, requested_at) VALUES ('requested', ?, ?, ?, ?)",
      [asOf, windowDays, by, at],
    );
    return created.insertId;
  }

  /** The oldest run that nobody works on (a dead worker's lease has passed), leased to the caller. */
  async claim(tx: Tx, now: Date, leaseUntil: Date): Promise<RunRow | null> {
    const [row] = await tx.query<RunRow>(
      `SELECT * FROM tagging_run WHERE state = 'requested' OR (state = 'running' AND lease_until < ?)
        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    if (!row) return null;
    await tx.execute(
      "UPDATE tagging_run SET state = 'running', started_at = COALESCE(started_at, ?), lease_until = ?, processed = 0, changed = 0 WHERE id = ?",
      [now, leaseUntil, row.id],
    );
    return row;
  }

  async begin(tx: Tx, id: string, members: number, boundaries: RfmBoundaries): Promise<void> {
    await tx.execute('UPDATE tagging_run SET members = ?, boundaries = ? WHERE id = ?', [
      members,
      JSON.stringify(boundaries),
      id,
    ]);
  }

  async progress(tx: Tx, id: string, processed: number, changed: number, leaseUntil: Date): Promise<void> {
    await tx.execute(
      'UPDATE tagging_run SET processed = processed + ?, changed = changed + ?, lease_until = ? WHERE id = ?',
      [processed, changed, leaseUntil, id],
    );
  }

  async finish(tx: Tx, id: string, state: 'done' | 'failed', at: Date, error: string | null): Promise<void> {
    await tx.execute('UPDATE tagging_run SET state = ?, finished_at = ?, error = ?, lease_until = NULL WHERE id = ?', [
      state,
      at,
      error,
      id,
    ]);
  }

  async byId(db: Queryable, id: string): Promise<RunRow | null> {
    const [row] = await db.query<RunRow>('SELECT * FROM tagging_run WHERE id = ?', [id]);
    return row ?? null;
  }

  async lastDone(db: Queryable): Promise<RunRow | null> {
    const [row] = await db.query<RunRow>("SELECT * FROM tagging_run WHERE state = 'done' ORDER BY id DESC LIMIT 1");
    return row ?? null;
  }
}
