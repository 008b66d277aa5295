import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { isEditable } from '../rules/item';
import { refuse } from '../rules/refusals';
import { ChangeItem } from './change-item';

export interface ChangeStockCommand {
  readonly itemId: string;
  /** Signed: what comes in, or is taken away. A difference, because shoppers take from the stock meanwhile. */
  readonly by: number;
  readonly actor: Actor;
}

/** Throws ItemNotFound, ItemStatusForbids, StockFromCodes, StockBelowTaken. */
@Injectable()
export class ChangeStock {
  constructor(private readonly change: ChangeItem) {}

  execute({ itemId, by, actor }: ChangeStockCommand): Promise<void> {
    return this.change.execute(itemId, actor, async (tx, item, now) => {
      if (by === 0) return null;
      if (item.kind === 'code') throw refuse('StockFromCodes');
      if (!isEditable(item.status)) throw refuse('ItemStatusForbids');
      if (!(await this.change.items.changeStock(tx, itemId, by, now)))
        throw refuse('StockBelowTaken', { left: item.stockLeft });
      return { action: 'rewards.stock-changed', details: { by, leftBefore: item.stockLeft } };
    });
  }
}
