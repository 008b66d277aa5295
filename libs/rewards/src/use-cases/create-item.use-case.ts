import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { assertDraft, type ItemDraft, type ItemKind } from '../rules/item';
import { refuse } from '../rules/refusals';
import { ItemRepository } from '../store/item.repository';

export interface CreateItemCommand {
  readonly kind: ItemKind;
  readonly draft: ItemDraft;
  /** Pieces to begin with; 0 for codes, whose stock comes from the list. */
  readonly stock: number;
  readonly actor: Actor;
}

/** Makes an item as a draft, which nobody but the console sees. Throws ItemInvalid, StockFromCodes. */
@Injectable()
export class CreateItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: ItemRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ kind, draft, stock, actor }: CreateItemCommand): Promise<string> {
    assertDraft(kind, draft);
    if (kind === 'code' && stock !== 0) throw refuse('StockFromCodes');
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const itemId = await this.items.insert(tx, kind, draft, now);
      if (stock !== 0 && !(await this.items.changeStock(tx, itemId, stock, now)))
        throw refuse('StockBelowTaken', { left: 0 });
      const subject = `reward-item:${itemId}`;
      const details = { title: draft.title, stock };
      await this.audit.append(tx, { actor, action: 'rewards.item-created', subject, details });
      return itemId;
    });
  }
}
