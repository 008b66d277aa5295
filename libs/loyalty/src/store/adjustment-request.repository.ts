import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { AdjustmentRequest, AdjustmentVerdict } from '../rules/adjustments';
import { refuse } from '../rules/refusals';

export interface RequestRow {
  id: string;
  member_id: string;
  points: number;
  reason: string;
  state: AdjustmentRequest['state'];
  asked_by: string;
  asked_at: Date;
  expires_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
  entry_seq: number | null;
}

export interface Decision {
  readonly verdict: AdjustmentVerdict;
  readonly by: string;
  readonly at: Date;
  readonly note: string | null;
}

/** Adjustments that wait for a second person. */
@Injectable()
export class AdjustmentRequestRepository {
  /** Only for an open account; throws AccountMissing. Answers the id. */
  async insert(
    tx: Tx,
    request: Pick<AdjustmentRequest, 'memberId' | 'points' | 'reason' | 'askedBy' | 'askedAt' | 'expiresAt'>,
  ): Promise<string> {
    const { affectedRows, insertId } = await tx.execute(
      `INSERT INTO loyalty_adjustment_request (member_id, points, reason, state, asked_by, asked_at, expires_at)
       SELECT member_id, ?, ?, 'pending', ?, ?, ? FROM loyalty_points_account WHERE member_id = ? AND closed_at IS NULL`,
      [request.points, request.reason, request.askedBy, request.askedAt, request.expiresAt, request.memberId],
    );
    if (affectedRows !== 1) throw refuse('AccountMissing');
    return insertId;
  }

  /** Throws AdjustmentRequestMissing. */
  async one(db: Queryable, requestId: string): Promise<AdjustmentRequest> {
    const [row] = await db.query<RequestRow>('SELECT * FROM loyalty_adjustment_request WHERE id = ?', [requestId]);
    if (!row) throw refuse('AdjustmentRequestMissing');
    return toRequest(row);
  }

  /** Only while it is pending: of parallel decisions one gets true. */
  async decide(tx: Tx, requestId: string, { verdict, by, at, note }: Decision): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE loyalty_adjustment_request SET state = ?, decided_by = ?, decided_at = ?, note = ?
        WHERE id = ? AND state = 'pending' AND expires_at > ?`,
      [verdict, by, at, note, requestId, at],
    );
    return affectedRows === 1;
  }

  async noteEntry(tx: Tx, requestId: string, seq: number): Promise<void> {
    await tx.execute('UPDATE loyalty_adjustment_request SET entry_seq = ? WHERE id = ?', [seq, requestId]);
  }
}

export const toRequest = (row: RequestRow): AdjustmentRequest => ({
  requestId: row.id,
  memberId: row.member_id,
  points: row.points,
  reason: row.reason,
  state: row.state,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  expiresAt: row.expires_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  note: row.note,
  entrySeq: row.entry_seq,
});
