import { type MemberId, Refusal } from '@fanloop/kernel';
import { PaymentsDoor } from '@fanloop/payments';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import { CARDS_ACTOR } from './card-benefits';
import { CardTime, type Present } from './card-work';
import { GiveBackCard } from './give-back-card';

const NOTHING_BACK = ['CardEnded', 'NothingToRefund', 'CouponUsedUp', 'RefundTooLong'];

/** What follows comes before what it follows; orders without a day come last. */
const latestFirst = (a: Card, b: Card): number => ((a.lastOn ?? '') < (b.lastOn ?? '') ? 1 : -1);

/**
 * A member who leaves gets the rest of his cards back as if he had asked for it, the last renewal first; a card of which nothing is left
 * just ends. An order that waits for its payment is given up; if the money comes all the same, opening pays it back.
 */
@Injectable()
export class LeaveCards {
  constructor(
    private readonly store: CardStore,
    private readonly giveBack: GiveBackCard,
    private readonly payments: PaymentsDoor,
    private readonly time: CardTime,
  ) {}

  async execute(tx: Tx, memberId: MemberId): Promise<void> {
    const present = this.time.present();
    await this.store.cards.lockHolder(tx, memberId);
    let cards = await this.store.cards.lockOpen(tx, memberId);
    for (const card of [...cards].sort(latestFirst)) {
      if (card.state === 'ordered') await this.payments.giveUp(tx, card.paymentNo);
      else await this.leave(tx, card, cards, present);
      cards = cards.filter(({ cardId }) => cardId !== card.cardId);
    }
    await this.store.cards.forgetNotes(tx, memberId);
  }

  private async leave(tx: Tx, card: Card, cards: readonly Card[], present: Present): Promise<void> {
    try {
      const back = { actor: CARDS_ACTOR, cause: 'account-closed', note: null, agreedFen: null, present } as const;
      await this.giveBack.execute(tx, card, cards, back);
    } catch (error) {
      // Nothing is left of it, or it cannot go back: the member leaves all the same.
      if (!(error instanceof Refusal) || !NOTHING_BACK.includes(error.code)) throw error;
      await this.store.cards.end(tx, [card.cardId], present.now);
    }
  }
}
