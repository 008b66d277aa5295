import type { Id, PurchaseId, StaffId, StoreId } from '@fanloop/kernel';
import { isDuplicateEntry, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Undo, UndoState } from '../rules/undo';

export interface NewUndo {
  readonly purchaseId: PurchaseId;
  readonly storeId: StoreId;
  readonly askedBy: StaffId;
  readonly at: Date;
  readonly reason: string;
  /** Null: it waits for a second person. */
  readonly refundId: Id | null;
}

const COLUMNS = `purchase_id AS purchaseId, state, asked_by AS askedBy, asked_at AS askedAt, reason, decided_by AS decidedBy,
  decided_at AS decidedAt, refund_id AS refundId`;
const MOST = 100;

/** What became of wishes to undo. Read and written under the lock of the purchase's row; the key holds without it, too. */
@Injectable()
export class UndoRepository {
  async find(from: Queryable, purchaseIds: readonly PurchaseId[]): Promise<Map<PurchaseId, Undo>> {
    if (purchaseIds.length === 0) return new Map();
    const rows = await from.query<Undo>(`SELECT ${COLUMNS} FROM counter_undo WHERE purchase_id IN (?)`, [purchaseIds]);
    return new Map(rows.map((row) => [row.purchaseId, row]));
  }

  /** Those of a store that were asked for after an instant and wait, the oldest first. */
  waiting(from: Queryable, storeId: StoreId, after: Date): Promise<Undo[]> {
    return from.query<Undo>(
      `SELECT ${COLUMNS} FROM counter_undo WHERE store_id = ? AND state = 'waiting' AND asked_at > ? ORDER BY asked_at LIMIT ?`,
      [storeId, after, MOST],
    );
  }

  /** False when there is one for this purchase already. */
  async insert(tx: Tx, undo: NewUndo): Promise<boolean> {
    const state: UndoState = undo.refundId === null ? 'waiting' : 'done';
    try {
      await tx.execute(
        `INSERT INTO counter_undo (purchase_id, store_id, state, asked_by, asked_at, reason, decided_at, refund_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          undo.purchaseId,
          undo.storeId,
          state,
          undo.askedBy,
          undo.at,
          undo.reason,
          undo.refundId === null ? null : undo.at,
          undo.refundId,
        ],
      );
      return true;
    } catch (error) {
      if (isDuplicateEntry(error)) return false;
      throw error;
    }
  }

  /** False when it did not wait any more. */
  async decide(
    tx: Tx,
    purchaseId: PurchaseId,
    by: { readonly staffId: StaffId; readonly at: Date; readonly refundId: Id | null },
  ): Promise<boolean> {
    const state: UndoState = by.refundId === null ? 'declined' : 'done';
    const written = await tx.execute(
      `UPDATE counter_undo SET state = ?, decided_by = ?, decided_at = ?, refund_id = ?
        WHERE purchase_id = ? AND state = 'waiting' AND asked_by <> ?`,
      [state, by.staffId, by.at, by.refundId, purchaseId, by.staffId],
    );
    return written.affectedRows === 1;
  }
}
