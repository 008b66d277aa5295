import { GrantCoupons, TakeBackCoupons } from '@fanloop/coupons';
import type { Actor, Fen } from '@fanloop/kernel';
import { type Day, systemActor } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { PlanTerms } from '../rules/plan';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import { cardName, tierReference } from './card-words';

export const CARDS_ACTOR = systemActor('memberships');

/** Welcome coupons that were used, or are held by an order. */
export interface UsedCoupons {
  readonly count: number;
  readonly worthFen: Fen;
}

/** What a card gives: its tier, and the coupons of its first day. The account is locked before the templates of coupons. */
@Injectable()
export class CardBenefits {
  constructor(
    private readonly store: CardStore,
    private readonly loyalty: LoyaltyDoor,
    private readonly coupons: GrantCoupons,
    private readonly takeBacks: TakeBackCoupons,
  ) {}

  /** Throws what the loyalty door says, before anything is written. Again it changes nothing. */
  giveTier(tx: Tx, card: Card, { name }: PlanTerms, until: Day): Promise<void> {
    const { memberId, cardNo, tierCode: code } = card;
    const what = cardName(name);
    return this.loyalty.grantTier(tx, {
      ...{ memberId, code, until, what, reference: tierReference(cardNo), actor: CARDS_ACTOR },
    });
  }

  /** Coupons that cannot be given (sold out, ended, the member's limit) do not hold the card up: they are counted on it. */
  async welcome(tx: Tx, card: Card, { coupons }: PlanTerms, now: Date): Promise<void> {
    const due = coupons.flatMap((coupon) => Array.from({ length: coupon.count }, () => coupon));
    if (due.length === 0) return;
    const { cardId, memberId } = card;
    const outcomes = await this.coupons.execute(
      tx,
      due.map(({ templateId }) => ({ templateId, memberId, channel: 'card' as const })),
      now,
    );
    const given = outcomes.flatMap((outcome, i) =>
      outcome.ok ? [{ couponId: outcome.value.couponId, worthFen: due[i]!.worthFen }] : [],
    );
    await this.store.cards.keepCoupons(tx, cardId, given, due.length - given.length);
  }

  /** Ends the tier and voids the coupons that nobody used; answers those that were. */
  async withdraw(tx: Tx, card: Card, { name }: PlanTerms, actor: Actor, now: Date): Promise<UsedCoupons> {
    const what = `${cardName(name)}退卡，权益`;
    await this.loyalty.endTier(tx, { memberId: card.memberId, reference: tierReference(card.cardNo), what, actor });
    const given = await this.store.cards.couponsOf(tx, card.cardId);
    const states = await this.takeBacks.execute(
      tx,
      given.map(({ couponId }) => couponId),
      now,
    );
    const used = given.filter(({ couponId }) => isUsed(states.get(couponId)));
    return { count: used.length, worthFen: used.reduce((sum, { worthFen }) => sum + worthFen, 0) };
  }
}

/** Held by an order counts as used: it cannot be taken out of somebody's basket. */
export const isUsed = (state: string | undefined): boolean => state === 'redeemed' || state === 'locked';
