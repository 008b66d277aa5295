import type { PurchaseId } from '@fanloop/kernel';
import { chunks, Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { RecordedPurchase, StandingPurchase } from '../rules/purchase';
import { LineRow, linesByPurchase, PURCHASE_COLUMNS, PurchaseRow, toRecorded, toStanding } from './purchase-row';

/** A purchase that is about to be written: everything but its id. */
export type NewPurchase = Omit<RecordedPurchase, 'purchaseId' | 'duplicate'> & {
  readonly externalKey: string;
  readonly clerkStaffId: string | null;
};

interface PurchaseKey {
  readonly source: string;
  readonly externalKey: string;
}

const LINES_PER_STATEMENT = 1000;

@Injectable()
export class PurchaseRepository {
  /** Those of the keys that are recorded already, by `keyOf`. */
  async byKeys(tx: Queryable, keys: readonly PurchaseKey[]): Promise<Map<string, RecordedPurchase>> {
    const found = new Map<string, RecordedPurchase>();
    for (const source of new Set(keys.map((key) => key.source))) {
      const rows = await tx.query<PurchaseRow>(
        `SELECT ${PURCHASE_COLUMNS} FROM sales_purchase p WHERE p.source = ? AND p.external_key IN (?)`,
        [source, keys.filter((key) => key.source === source).map((key) => key.externalKey)],
      );
      const lines = await this.linesOf(tx, rows);
      for (const row of rows)
        found.set(
          keyOf({ source: row.source, externalKey: row.external_key }),
          toRecorded(row, lines.get(row.id) ?? []),
        );
    }
    return found;
  }

  /**
   * Writes purchases and answers their ids by purchase number, read back because a bulk INSERT tells only the first id.
   * A key that a parallel transaction took meanwhile writes nothing and is missing from the answer.
   */
  async insert(tx: Tx, purchases: readonly NewPurchase[], recordedAt: Date): Promise<Map<string, PurchaseId>> {
    await tx.execute(
      `INSERT INTO sales_purchase (purchase_no, source, external_key, member_id, member_ordinal, store_id, clerk_staff_id,
         channel, occurred_at, business_date, gross_fen, discount_fen, net_fen, recorded_at)
       VALUES ? ON DUPLICATE KEY UPDATE purchase_no = purchase_no`,
      [purchases.map((purchase) => valuesOf(purchase, recordedAt))],
    );
    const rows = await tx.query<{ id: string; purchase_no: string }>(
      'SELECT id, purchase_no FROM sales_purchase WHERE purchase_no IN (?)',
      [purchases.map((purchase) => purchase.purchaseNo)],
    );
    const ids = new Map(rows.map((row) => [row.purchase_no, row.id] as const));
    await this.insertLines(
      tx,
      purchases.filter((purchase) => ids.has(purchase.purchaseNo)),
      ids,
    );
    return ids;
  }

  /** Whoever holds the purchase's row is alone in refunding it; its lines change only under that lock. */
  async lockByNo(tx: Tx, purchaseNo: string): Promise<StandingPurchase | null> {
    return this.lockOne(tx, 'p.purchase_no = ?', purchaseNo);
  }

  async lockById(tx: Tx, purchaseId: PurchaseId): Promise<StandingPurchase | null> {
    return this.lockOne(tx, 'p.id = ?', purchaseId);
  }

  private async lockOne(tx: Tx, where: string, value: string): Promise<StandingPurchase | null> {
    const [row] = await tx.query<PurchaseRow>(
      `SELECT ${PURCHASE_COLUMNS} FROM sales_purchase p WHERE ${where} FOR UPDATE`,
      [value],
    );
    return row ? toStanding(row, (await this.linesOf(tx, [row])).get(row.id) ?? []) : null;
  }

  private async linesOf(tx: Queryable, rows: readonly PurchaseRow[]): Promise<Map<string, LineRow[]>> {
    if (rows.length === 0) return new Map();
    const lines = await tx.query<LineRow>(
      'SELECT * FROM sales_purchase_line WHERE purchase_id IN (?) ORDER BY purchase_id, line_no',
      [rows.map((row) => row.id)],
    );
    return linesByPurchase(lines);
  }

  private async insertLines(
    tx: Tx,
    purchases: readonly NewPurchase[],
    ids: ReadonlyMap<string, PurchaseId>,
  ): Promise<void> {
    const rows = purchases.flatMap((purchase) =>
      purchase.lines.map((line) => [
        ids.get(purchase.purchaseNo),
        line.lineNo,
        line.sku,
        line.name,
        line.category,
        line.quantity,
        line.grossFen,
        line.discountFen,
        line.amountFen,
        line.couponDiscountFen ?? 0,
        line.couponTenderFen ?? 0,
      ]),
    );
    for (const part of chunks(rows, LINES_PER_STATEMENT))
      await tx.execute(
        `INSERT INTO sales_purchase_line (purchase_id, line_no, sku, name, category, quantity, gross_fen, discount_fen,
           amount_fen, coupon_discount_fen, coupon_tender_fen) VALUES ?`,
        [part],
      );
  }
}

export const keyOf = (key: PurchaseKey): string => `${key.source}\n${key.externalKey}`;

const valuesOf = (purchase: NewPurchase, recordedAt: Date): unknown[] => [
  purchase.purchaseNo,
  purchase.source,
  purchase.externalKey,
  purchase.memberId,
  purchase.ordinalOfMember,
  purchase.storeId,
  purchase.clerkStaffId,
  purchase.channel,
  purchase.occurredAt,
  purchase.businessDate,
  purchase.grossFen,
  purchase.discountFen,
  purchase.netFen,
  recordedAt,
];
