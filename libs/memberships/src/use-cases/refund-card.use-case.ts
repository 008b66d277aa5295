import type { Actor, Fen, MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RefundSum } from '../rules/refund';
import { refuse } from '../rules/refusals';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import { CardTime, CardWork } from './card-work';
import { GiveBackCard } from './give-back-card';

export interface RefundCardCommand {
  readonly cardNo: string;
  /** The amount that was shown before it was confirmed. */
  readonly amountFen: Fen;
  /** The holder himself, or staff, who says why. */
  readonly actor: Actor;
  readonly note: string | null;
}

/**
 * A card is given back for the rest of its days, by its holder or by staff, once: of parallel requests one is carried out and the
 * others are told. Throws CardNotFound (also for somebody else's), NoteMissing, and what GiveBackCard throws.
 */
@Injectable()
export class RefundCard {
  constructor(
    private readonly store: CardStore,
    private readonly giveBack: GiveBackCard,
    private readonly work: CardWork,
    private readonly time: CardTime,
  ) {}

  async execute({ cardNo, amountFen, actor, note }: RefundCardCommand): Promise<RefundSum> {
    if (actor.kind === 'staff' && !note?.trim()) throw refuse('NoteMissing');
    return this.work.unitOfWork.run(async (tx) => {
      const { memberId } = await this.owned(tx, cardNo, actor.kind === 'member' ? actor.id : null);
      await this.store.cards.lockHolder(tx, memberId);
      const cards = await this.store.cards.lockOpen(tx, memberId);
      // What is not open any more is read anew: it may have been given back while this request waited.
      const card = cards.find((open) => open.cardNo === cardNo) ?? (await this.store.cards.lockByNumber(tx, cardNo));
      const cause = actor.kind === 'member' ? 'member' : 'staff';
      const present = this.time.present();
      return this.giveBack.execute(tx, card, cards, { actor, cause, note, agreedFen: amountFen, present });
    });
  }

  private async owned(tx: Tx, cardNo: string, memberId: MemberId | null): Promise<Card> {
    const card = await this.store.cards.byNumber(tx, cardNo);
    if (!card || (memberId !== null && card.memberId !== memberId)) throw refuse('CardNotFound');
    return card;
  }
}
