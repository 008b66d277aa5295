import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { type Item, ItemRepository } from '../store/item.repository';

export interface ItemChange {
  /** `rewards.…`, with what the audit keeps beside it. */
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One change of one item by a manager: under the item's lock, audited. Throws ItemNotFound. */
@Injectable()
export class ChangeItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    readonly items: ItemRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `change` answers what to write down, or null where nothing was to be changed. */
  execute(
    itemId: string,
    actor: Actor,
    change: (tx: Tx, item: Item, now: Date) => Promise<ItemChange | null>,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const item = await this.items.lock(tx, itemId);
      if (!item) throw refuse('ItemNotFound');
      const changed = await change(tx, item, this.clock.now());
      if (changed) await this.audit.append(tx, { actor, subject: `reward-item:${itemId}`, ...changed });
    });
  }
}
