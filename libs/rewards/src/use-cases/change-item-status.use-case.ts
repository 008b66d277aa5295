import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { assertStatusChange, type ItemStatus } from '../rules/item';
import { ChangeItem } from './change-item';

export interface ChangeItemStatusCommand {
  readonly itemId: string;
  readonly status: Exclude<ItemStatus, 'draft'>;
  readonly actor: Actor;
}

/**
 * Publishes, pauses or ends an item. Rewards that wait in stores stay good. Throws ItemNotFound, ItemStatusForbids.
 */
@Injectable()
export class ChangeItemStatus {
  constructor(private readonly change: ChangeItem) {}

  execute({ itemId, status, actor }: ChangeItemStatusCommand): Promise<void> {
    return this.change.execute(itemId, actor, async (tx, { status: from }, now) => {
      if (from === status) return null;
      assertStatusChange(from, status);
      await this.change.items.setStatus(tx, itemId, status, now);
      return { action: 'rewards.item-status-changed', details: { from, to: status } };
    });
  }
}
