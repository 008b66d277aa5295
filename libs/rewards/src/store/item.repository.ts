import { jsonOrNull, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ItemDraft, ItemKind, ItemPrice, ItemStatus } from '../rules/item';

export interface Item extends ItemDraft {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly status: ItemStatus;
  readonly stockTotal: number;
  readonly stockLeft: number;
}

/** A row as the driver hands it over: `storeIds` is JSON. */
export type ItemRow = Omit<Item, 'storeIds'> & { readonly storeIds: unknown };

/** The row with the names of the code, for every query that wants items. */
export const ITEM_COLUMNS = `i.id AS itemId, i.kind, i.status, i.title, i.summary, i.terms, i.picture_url AS pictureUrl,
  i.price_points AS pricePoints, i.price_fen AS priceFen, i.worth_fen AS worthFen, i.stock_total AS stockTotal,
  i.stock_left AS stockLeft, i.per_member_limit AS perMemberLimit, i.min_tier AS minTier,
  i.available_from AS availableFrom, i.available_until AS availableUntil, i.template_id AS templateId,
  i.store_ids AS storeIds, i.pick_up_days AS pickUpDays, i.position`;

export const toItem = <Row extends ItemRow>(row: Row): Row & Item => ({
  ...row,
  storeIds: jsonOrNull<string[]>(row.storeIds),
});

/** Items of the mall and their stock. */
@Injectable()
export class ItemRepository {
  async byId(from: Queryable, itemId: string): Promise<Item | null> {
    return this.one(from, itemId, '');
  }

  /** Who comes next waits here and sees what this transaction leaves. */
  async lock(tx: Tx, itemId: string): Promise<Item | null> {
    return this.one(tx, itemId, 'FOR UPDATE');
  }

  /**
   * Takes one piece while the item is on sale at this price, or nothing: false then. It is the last thing that a
   * redemption locks and counts, so that a crowd waits for one another as briefly as can be.
   */
  async takeStock(tx: Tx, itemId: string, { pricePoints, priceFen }: ItemPrice): Promise<boolean> {
    const taken = await tx.execute(
      `UPDATE rewards_item SET stock_left = stock_left - 1
        WHERE id = ? AND stock_left >= 1 AND status = 'active' AND price_points = ? AND price_fen = ?`,
      [itemId, pricePoints, priceFen],
    );
    return taken.affectedRows === 1;
  }

  /** Pieces that cancelled rewards gave back. */
  async returnStock(tx: Tx, itemId: string, count: number): Promise<void> {
    const returned = await tx.execute(
      'UPDATE rewards_item SET stock_left = stock_left + ? WHERE id = ? AND stock_left + ? <= stock_total',
      [count, itemId, count],
    );
    if (returned.affectedRows !== 1) throw new Error(`item ${itemId}: more came back than was given`);
  }

  /** Adds to the stock, or takes away what is still there: false when less is left. */
  async changeStock(tx: Tx, itemId: string, by: number, now: Date): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE rewards_item SET stock_total = stock_total + ?, stock_left = stock_left + ?, updated_at = ?
        WHERE id = ? AND stock_left + ? >= 0`,
      [by, by, now, itemId, by],
    );
    return changed.affectedRows === 1;
  }

  async insert(tx: Tx, kind: ItemKind, draft: ItemDraft, now: Date): Promise<string> {
    const written = await tx.execute(
      `INSERT INTO rewards_item
         (kind, title, summary, terms, picture_url, price_points, price_fen, worth_fen, per_member_limit, min_tier,
          available_from, available_until, template_id, store_ids, pick_up_days, position, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [kind, ...valuesOf(draft), now, now],
    );
    return written.insertId;
  }

  async revise(tx: Tx, itemId: string, draft: ItemDraft, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE rewards_item
          SET title = ?, summary = ?, terms = ?, picture_url = ?, price_points = ?, price_fen = ?, worth_fen = ?,
              per_member_limit = ?, min_tier = ?, available_from = ?, available_until = ?, template_id = ?,
              store_ids = ?, pick_up_days = ?, position = ?, updated_at = ?
        WHERE id = ?`,
      [...valuesOf(draft), now, itemId],
    );
  }

  async setStatus(tx: Tx, itemId: string, status: ItemStatus, now: Date): Promise<void> {
    await tx.execute('UPDATE rewards_item SET status = ?, updated_at = ? WHERE id = ?', [status, now, itemId]);
  }

  private async one(from: Queryable, itemId: string, locking: string): Promise<Item | null> {
    const [row] = await from.query<ItemRow>(`SELECT ${ITEM_COLUMNS} FROM rewards_item i WHERE i.id = ? ${locking}`, [
      itemId,
    ]);
    return row ? toItem(row) : null;
  }
}

const valuesOf = (draft: ItemDraft): unknown[] => [
  draft.title,
  draft.summary,
  draft.terms,
  draft.pictureUrl,
  draft.pricePoints,
  draft.priceFen,
  draft.worthFen,
  draft.perMemberLimit,
  draft.minTier,
  draft.availableFrom,
  draft.availableUntil,
  draft.templateId,
  draft.storeIds === null ? null : JSON.stringify(draft.storeIds),
  draft.pickUpDays,
  draft.position,
];
