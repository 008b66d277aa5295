import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ItemStatus } from '../rules/item';
import { refuse } from '../rules/refusals';
import { ITEM_COLUMNS, type Item, type ItemRow, toItem } from '../store/item.repository';

/** An item as the console shows and edits it. Times are ISO 8601 UTC. */
export interface ItemView extends Omit<Item, 'itemId' | 'availableFrom' | 'availableUntil'> {
  readonly id: string;
  readonly availableFrom: string | null;
  readonly availableUntil: string | null;
  /** Redeemed and not given back. */
  readonly redeemed: number;
  /** Of those, what still waits in a store. */
  readonly waiting: number;
  /** Kept for members who have not paid yet. */
  readonly reserved: number;
}

type Row = ItemRow & { redeemed: string; waiting: string; reserved: string };

const FIGURES = `(SELECT COUNT(*) FROM rewards_reward r WHERE r.item_id = i.id
    AND r.state IN ('ready', 'picked-up', 'delivered')) AS redeemed,
  (SELECT COUNT(*) FROM rewards_reward r WHERE r.item_id = i.id AND r.state = 'ready') AS waiting,
  (SELECT COUNT(*) FROM rewards_reward r WHERE r.item_id = i.id AND r.state = 'reserved') AS reserved`;

/** Items for the console. */
@Injectable()
export class ItemsAdminRead {
  constructor(private readonly reader: Reader) {}

  /** In the order of the mall; what has ended last. */
  async page(status: ItemStatus | null, page: number, pageSize: number): Promise<{ items: ItemView[]; total: number }> {
    const where = status === null ? '1 = 1' : 'i.status = ?';
    const params = status === null ? [] : [status];
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM rewards_item i WHERE ${where}`,
      params,
    );
    const rows = await this.reader.query<Row>(
      `SELECT ${ITEM_COLUMNS}, ${FIGURES} FROM rewards_item i WHERE ${where}
        ORDER BY i.status = 'ended', i.position, i.id LIMIT ? OFFSET ?`,
      [...params, pageSize, (page - 1) * pageSize],
    );
    return { items: rows.map(viewOf), total: num(count?.n) };
  }

  /** Throws ItemNotFound. */
  async one(itemId: string): Promise<ItemView> {
    const row = await this.reader.one<Row>(`SELECT ${ITEM_COLUMNS}, ${FIGURES} FROM rewards_item i WHERE i.id = ?`, [
      itemId,
    ]);
    if (!row) throw refuse('ItemNotFound');
    return viewOf(row);
  }
}

const viewOf = (row: Row): ItemView => {
  const { itemId, availableFrom, availableUntil, redeemed, waiting, reserved, ...item } = toItem(row);
  return {
    ...item,
    id: itemId,
    availableFrom: availableFrom?.toISOString() ?? null,
    availableUntil: availableUntil?.toISOString() ?? null,
    redeemed: num(redeemed),
    waiting: num(waiting),
    reserved: num(reserved),
  };
};
