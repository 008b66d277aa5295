import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CardStore } from '../store/card-store';
import { CardTime } from './card-work';

/**
 * Nobody paid for a card, and nobody can any more: its piece goes back into the stock. Money that comes all the same is the payments'
 * to give back.
 */
@Injectable()
export class CloseOrder {
  constructor(
    private readonly store: CardStore,
    private readonly time: CardTime,
  ) {}

  async execute(tx: Tx, cardNo: string): Promise<void> {
    const card = await this.store.cards.byNumber(tx, cardNo);
    if (!card) return;
    await this.store.cards.lockHolder(tx, card.memberId);
    if (await this.store.cards.close(tx, cardNo, this.time.present().now))
      await this.store.plans.returnStock(tx, card.planId);
  }
}
