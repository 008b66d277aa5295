import { domainEvent } from '@fanloop/events';
import { Refusal } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { shownState } from '../rules/card';
import type { PlanTerms } from '../rules/plan';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import { CardBenefits } from './card-benefits';
import { CardTime, CardWork } from './card-work';

/** The first day of a renewal: its tier, unless that was prolonged when it was paid, and its welcome coupons. Once. */
@Injectable()
export class BeginCard {
  constructor(
    private readonly store: CardStore,
    private readonly benefits: CardBenefits,
    private readonly work: CardWork,
    private readonly time: CardTime,
  ) {}

  /** False when it has begun already, was given back, or its account was closed meanwhile. */
  execute(cardNo: string): Promise<boolean> {
    return this.work.unitOfWork.run(async (tx) => {
      const known = await this.store.cards.byNumber(tx, cardNo);
      if (!known) return false;
      await this.store.cards.lockHolder(tx, known.memberId);
      const cards = await this.store.cards.lockOpen(tx, known.memberId);
      const { now, today } = this.time.present();
      const card = cards.find((open) => open.cardNo === cardNo && open.state === 'upcoming');
      if (!card || shownState(card, today) !== 'active') return false;
      const terms = await this.store.plans.termsOf(tx, card.planId, card.version);
      if (!(await this.lift(tx, card, terms))) return false;
      if (!(await this.store.cards.begin(tx, card.cardId))) throw new Error(`card ${cardNo} changed under its lock`);
      await this.benefits.welcome(tx, card, terms, now);
      const { planId, memberId } = card;
      const fact = { cardNo, planId, memberId, name: terms.name, lastOn: card.lastOn!, at: now.toISOString() };
      await this.work.outbox.append(tx, [domainEvent('memberships.card-begun.v1', fact, now)]);
      return true;
    });
  }

  /** A closed account is left to the handler that gives its cards back. A tier that is gone holds nothing else up. */
  private async lift(tx: Tx, card: Card, terms: PlanTerms): Promise<boolean> {
    try {
      await this.benefits.giveTier(tx, card, terms, card.lastOn!);
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'AccountClosed') return false;
      if (error instanceof Refusal && ['TierMissing', 'GrantNeedless'].includes(error.code)) return true;
      throw error;
    }
  }
}
