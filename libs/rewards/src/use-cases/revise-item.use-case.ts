import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { assertDraft, type ItemDraft, isEditable } from '../rules/item';
import { refuse } from '../rules/refusals';
import { ChangeItem } from './change-item';

export interface ReviseItemCommand {
  readonly itemId: string;
  readonly draft: ItemDraft;
  readonly actor: Actor;
}

/**
 * Changes an item; who has redeemed keeps the name, the terms and the price of that day. Throws ItemNotFound, ItemInvalid,
 * ItemStatusForbids.
 */
@Injectable()
export class ReviseItem {
  constructor(private readonly change: ChangeItem) {}

  execute({ itemId, draft, actor }: ReviseItemCommand): Promise<void> {
    return this.change.execute(itemId, actor, async (tx, before, now) => {
      assertDraft(before.kind, draft);
      if (!isEditable(before.status)) throw refuse('ItemStatusForbids');
      await this.change.items.revise(tx, itemId, draft, now);
      const points = { pointsBefore: before.pricePoints, pointsAfter: draft.pricePoints };
      const details = { title: draft.title, ...points, fenBefore: before.priceFen, fenAfter: draft.priceFen };
      return { action: 'rewards.item-revised', details };
    });
  }
}
