import { num, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Skip } from '../rules/chunk';

/** Members of an audience who did not get all that was meant for them, with the reason. */
@Injectable()
export class SkipRepository {
  async insert(tx: Tx, issueId: string, skips: readonly Skip[]): Promise<void> {
    if (skips.length === 0) return;
    await tx.execute('INSERT INTO campaigns_skip (issue_id, position, member_id, reason, missing) VALUES ?', [
      skips.map(({ position, memberId, reason, missing }) => [issueId, position, memberId, reason, missing]),
    ]);
  }

  async byReason(from: Queryable, issueId: string): Promise<{ reason: string; members: number; missing: number }[]> {
    const rows = await from.query<{ reason: string; members: string; missing: string }>(
      `SELECT reason, COUNT(*) AS members, SUM(missing) AS missing FROM campaigns_skip
        WHERE issue_id = ? GROUP BY reason ORDER BY members DESC, reason`,
      [issueId],
    );
    return rows.map((row) => ({ reason: row.reason, members: num(row.members), missing: num(row.missing) }));
  }

  /** Behind a position, in order. */
  page(from: Queryable, issueId: string, after: number, limit: number): Promise<Skip[]> {
    return from.query<Skip>(
      `SELECT position, member_id AS memberId, reason, missing FROM campaigns_skip
        WHERE issue_id = ? AND position > ? ORDER BY position LIMIT ?`,
      [issueId, after, limit],
    );
  }

  /** Those between two positions, the second included. */
  between(from: Queryable, issueId: string, after: number, to: number): Promise<Skip[]> {
    return from.query<Skip>(
      `SELECT position, member_id AS memberId, reason, missing FROM campaigns_skip
        WHERE issue_id = ? AND position > ? AND position <= ?`,
      [issueId, after, to],
    );
  }
}
