import { domainEvent } from '@fanloop/events';
import { Refusal } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Period } from '../rules/period';
import type { PlanTerms } from '../rules/plan';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import { CARDS_ACTOR, CardBenefits } from './card-benefits';
import { CardTime, CardWork, type Present } from './card-work';
import { ReturnMoney } from './return-money';
import { placeFor } from './running-cards';

/** What the loyalty door says where a card can never begin. Anything else is tried again. */
const NEVER = ['AccountClosed', 'TierMissing', 'GrantNeedless'];

/**
 * The money for a card has come: it begins today, or waits for the day after the one that it renews. Once, however often it is told. A
 * renewal of the same tier prolongs that tier at once, so that no hour lies between; another tier begins with its card. A card that
 * cannot begin any more (the account was closed, the tier is gone) is paid back whole.
 */
@Injectable()
export class OpenCard {
  constructor(
    private readonly store: CardStore,
    private readonly benefits: CardBenefits,
    private readonly money: ReturnMoney,
    private readonly work: CardWork,
    private readonly time: CardTime,
  ) {}

  /** In the transaction of whoever tells it. */
  async execute(tx: Tx, paid: { readonly cardNo: string; readonly paidAt: Date }): Promise<void> {
    const known = await this.store.cards.byNumber(tx, paid.cardNo);
    if (!known) throw new Error(`money for a card that nobody ordered: ${paid.cardNo}`);
    await this.store.cards.lockHolder(tx, known.memberId);
    const cards = await this.store.cards.lockOpen(tx, known.memberId);
    const card = cards.find(({ cardNo, state }) => cardNo === paid.cardNo && state === 'ordered');
    if (!card) return;
    const terms = await this.store.plans.termsOf(tx, card.planId, card.version);
    const present = this.time.present();
    const { before, period } = placeFor(cards, { ...terms, planId: card.planId }, present.today);
    const isHonoured = await this.lift(tx, card, terms, {
      until: period.lastOn,
      now: !before || before.tierCode === card.tierCode,
    });
    if (!isHonoured) return this.sendBack(tx, card, terms, present);
    const beginning = { ...period, state: before ? 'upcoming' : 'active', followsId: before?.cardId ?? null } as const;
    if (!(await this.store.cards.open(tx, card.cardId, { ...beginning, paidAt: paid.paidAt })))
      throw new Error(`card ${card.cardNo} changed under its lock`);
    if (!before) await this.benefits.welcome(tx, card, terms, present.now);
    await this.tell(tx, card, terms, period, { isRenewal: before !== null, now: present.now });
  }

  private async lift(
    tx: Tx,
    card: Card,
    terms: PlanTerms,
    tier: { readonly until: string; readonly now: boolean },
  ): Promise<boolean> {
    if (!tier.now) return true;
    try {
      await this.benefits.giveTier(tx, card, terms, tier.until);
      return true;
    } catch (error) {
      if (error instanceof Refusal && NEVER.includes(error.code)) return false;
      throw error;
    }
  }

  private sendBack(tx: Tx, card: Card, terms: PlanTerms, { now }: Present): Promise<void> {
    const back = { amountFen: card.priceFen, isWhole: true, cause: 'not-honoured', note: null } as const;
    return this.money.execute(tx, card, { ...back, actor: CARDS_ACTOR, now, planName: terms.name });
  }

  private async tell(
    tx: Tx,
    card: Card,
    { name }: PlanTerms,
    { startsOn, lastOn }: Period,
    { isRenewal, now }: { readonly isRenewal: boolean; readonly now: Date },
  ): Promise<void> {
    const { cardNo, planId, memberId, priceFen: amountFen } = card;
    const fact = { cardNo, planId, memberId, name, at: now.toISOString() };
    const bought = { ...fact, amountFen, startsOn, lastOn, isRenewal };
    await this.work.outbox.append(tx, [
      domainEvent('memberships.card-bought.v1', bought, now),
      ...(isRenewal ? [] : [domainEvent('memberships.card-begun.v1', { ...fact, lastOn }, now)]),
    ]);
  }
}
