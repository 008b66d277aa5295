import { json, num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { FAN_TIERS } from '../rules/fan-tiers';
import type { RfmBoundaries } from '../rules/rfm';
import { type RunRow, RunsRepository } from '../store/runs.repository';

export interface RfmCell {
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly members: number;
  readonly netFen: number;
}

export interface RunView {
  readonly runId: string;
  readonly state: string;
  readonly asOf: string;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly members: number;
  readonly progressPercent: number;
  readonly changed: number;
  readonly error: string | null;
}

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

const toRunView = (row: RunRow): RunView => ({
  runId: row.id,
  state: row.state,
  asOf: isoDate(row.as_of),
  requestedAt: row.requested_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  members: row.members,
  progressPercent: row.state === 'done' ? 100 : row.members === 0 ? 0 : Math.floor((row.processed * 100) / row.members),
  changed: row.changed,
  error: row.error,
});

/** What is computed about all members: counts that equal the lists behind them. */
@Injectable()
export class PopulationRead {
  constructor(
    private readonly reader: Reader,
    private readonly runs: RunsRepository,
  ) {}

  /** What tags are called, without counting their members. */
  tagNames(): Promise<{ code: string; name: string }[]> {
    return this.reader.query<{ code: string; name: string }>('SELECT code, name FROM tagging_tag ORDER BY kind, code');
  }

  async tags(): Promise<{ code: string; name: string; kind: string; members: number; description: string }[]> {
    const rows = await this.reader.query<{
      code: string;
      name: string;
      kind: string;
      description: string;
      members: string;
    }>(
      `SELECT t.code, t.name, t.kind, t.description, COUNT(m.id) AS members
         FROM tagging_tag t LEFT JOIN tagging_membership m ON m.tag_code = t.code AND m.is_open = 1
        GROUP BY t.code, t.name, t.kind, t.description ORDER BY t.kind, members DESC, t.code`,
    );
    return rows.map((row) => ({ ...row, members: num(row.members) }));
  }

  async fanTiers(): Promise<{ code: string; name: string; members: number }[]> {
    const rows = await this.reader.query<{ code: string; n: string }>(
      'SELECT code, COUNT(*) AS n FROM tagging_fan_tier GROUP BY code',
    );
    return FAN_TIERS.map(({ code, name }) => ({ code, name, members: num(rows.find((row) => row.code === code)?.n) }));
  }

  async grid(): Promise<RfmCell[]> {
    const rows = await this.reader.query<{ r: number; f: number; m: number; members: string; netFen: string }>(
      'SELECT r, f, m, COUNT(*) AS members, SUM(net_fen) AS netFen FROM tagging_rfm GROUP BY r, f, m ORDER BY r, f, m',
    );
    return rows.map((row) => ({ ...row, members: num(row.members), netFen: num(row.netFen) }));
  }

  /** Members of one part of the grid; a missing score means any. */
  async cell(
    filter: { r?: number; f?: number; m?: number },
    page: number,
    pageSize: number,
  ): Promise<{ memberIds: string[]; total: number }> {
    const parts = (['r', 'f', 'm'] as const).filter((name) => filter[name] !== undefined);
    const where = parts.length > 0 ? `WHERE ${parts.map((name) => `${name} = ?`).join(' AND ')}` : '';
    const params = parts.map((name) => filter[name]);
    const [count] = await this.reader.query<{ n: string }>(`SELECT COUNT(*) AS n FROM tagging_rfm ${where}`, params);
    const rows = await this.reader.query<{ member_id: string }>(
      `SELECT member_id FROM tagging_rfm ${where} ORDER BY net_fen DESC, member_id LIMIT ? OFFSET ?`,
      [...params, pageSize, (page - 1) * pageSize],
    );
    return { memberIds: rows.map((row) => row.member_id), total: num(count?.n) };
  }

  async lastRun(): Promise<(RunView & { boundaries: RfmBoundaries | null; windowDays: number }) | null> {
    const row = await this.runs.lastDone(this.reader);
    return (
      row && {
        ...toRunView(row),
        boundaries: row.boundaries ? json<RfmBoundaries>(row.boundaries) : null,
        windowDays: row.window_days,
      }
    );
  }

  async run(runId: string): Promise<RunView | null> {
    const row = await this.runs.byId(this.reader, runId);
    return row && toRunView(row);
  }

  /** Share of buyers who came a second time, in whole percent; null without buyers. */
  async secondPurchaseSharePercent(): Promise<number | null> {
    const row = await this.reader.one<{ buyers: string; again: string }>(
      'SELECT COUNT(*) AS buyers, SUM(purchases >= 2) AS again FROM tagging_member_facts WHERE purchases > 0 AND closed = 0',
    );
    const buyers = num(row?.buyers);
    return buyers === 0 ? null : Math.round((num(row?.again) * 100) / buyers);
  }
}
