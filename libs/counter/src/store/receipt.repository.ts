import type { PurchaseId } from '@fanloop/kernel';
import { json, num, Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** What loyalty and coupons answered to a purchase. */
export interface ReceiptNote {
  readonly purchaseId: PurchaseId;
  readonly points: number;
  readonly balanceAfter: number;
  readonly why: readonly string[];
  readonly couponId: string | null;
  readonly couponName: string | null;
}

interface NoteRow {
  purchase_id: string;
  points: string;
  balance_after: string;
  why: unknown;
  coupon_id: string | null;
  coupon_name: string | null;
}

@Injectable()
export class ReceiptRepository {
  async insert(tx: Tx, notes: readonly ReceiptNote[]): Promise<void> {
    if (notes.length === 0) return;
    await tx.execute(
      'INSERT INTO counter_receipt (purchase_id, points, balance_after, why, coupon_id, coupon_name) VALUES ?',
      [
        notes.map((note) => [
          note.purchaseId,
          note.points,
          note.balanceAfter,
          JSON.stringify(note.why),
          note.couponId,
          note.couponName,
        ]),
      ],
    );
  }

  async find(from: Queryable, purchaseIds: readonly PurchaseId[]): Promise<Map<PurchaseId, ReceiptNote>> {
    if (purchaseIds.length === 0) return new Map();
    const rows = await from.query<NoteRow>(
      'SELECT purchase_id, points, balance_after, why, coupon_id, coupon_name FROM counter_receipt WHERE purchase_id IN (?)',
      [purchaseIds],
    );
    return new Map(rows.map((row) => [row.purchase_id, toNote(row)]));
  }
}

const toNote = (row: NoteRow): ReceiptNote => ({
  purchaseId: row.purchase_id,
  points: num(row.points),
  balanceAfter: num(row.balance_after),
  why: json<string[]>(row.why),
  couponId: row.coupon_id,
  couponName: row.coupon_name,
});
