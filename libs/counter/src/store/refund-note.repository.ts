import type { Id } from '@fanloop/kernel';
import { json, num, numOrNull, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** What loyalty and coupons answered to a refund. */
export interface RefundNote {
  readonly refundId: Id;
  readonly pointsClawedBack: number;
  readonly debtPoints: number;
  readonly deductedPoints: number;
  readonly writtenOffPoints: number;
  readonly couponDeductedFen: number;
  readonly couponReturned: boolean;
  readonly balanceAfter: number | null;
  readonly why: readonly string[];
}

interface NoteRow {
  refund_id: string;
  points_clawed_back: string;
  debt_points: string;
  deducted_points: string;
  written_off_points: string;
  coupon_returned: number;
  coupon_deducted_fen: string;
  balance_after: string | null;
  why: unknown;
}

@Injectable()
export class RefundNoteRepository {
  async insert(tx: Tx, note: RefundNote): Promise<void> {
    await tx.execute(
      `INSERT INTO counter_refund_note (refund_id, points_clawed_back, debt_points, deducted_points, written_off_points,
         coupon_returned, balance_after, why, coupon_deducted_fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        note.refundId,
        note.pointsClawedBack,
        note.debtPoints,
        note.deductedPoints,
        note.writtenOffPoints,
        note.couponReturned ? 1 : 0,
        note.balanceAfter,
        JSON.stringify(note.why),
        note.couponDeductedFen,
      ],
    );
  }

  async find(from: Queryable, refundIds: readonly Id[]): Promise<Map<Id, RefundNote>> {
    if (refundIds.length === 0) return new Map();
    const rows = await from.query<NoteRow>(
      `SELECT refund_id, points_clawed_back, debt_points, deducted_points, written_off_points, coupon_returned,
              balance_after, why, coupon_deducted_fen FROM counter_refund_note WHERE refund_id IN (?)`,
      [refundIds],
    );
    return new Map(rows.map((row) => [row.refund_id, toNote(row)]));
  }
}

const toNote = (row: NoteRow): RefundNote => ({
  refundId: row.refund_id,
  pointsClawedBack: num(row.points_clawed_back),
  debtPoints: num(row.debt_points),
  deductedPoints: num(row.deducted_points),
  writtenOffPoints: num(row.written_off_points),
  couponReturned: row.coupon_returned === 1,
  couponDeductedFen: num(row.coupon_deducted_fen),
  balanceAfter: numOrNull(row.balance_after),
  why: json<string[]>(row.why),
});
