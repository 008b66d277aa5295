import { type Actor, type Fen, formatFen, unwrap } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { isLive, type RefundCause, whyNotRefund } from '../rules/card';
import { type RefundSum, refundOf } from '../rules/refund';
import { refuse } from '../rules/refusals';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import { CardBenefits } from './card-benefits';
import type { Present } from './card-work';
import { ReturnMoney } from './return-money';

export interface GiveBack {
  readonly actor: Actor;
  readonly cause: RefundCause;
  readonly note: string | null;
  /** The amount that was shown and agreed to; null: whatever it is. */
  readonly agreedFen: Fen | null;
  readonly present: Present;
}

/**
 * Gives one card back for the rest of its days, in the caller's transaction, which holds `cards`, all open cards of the member: tier,
 * unused welcome coupons and money together. Throws CardNotPaid, CardEnded, CardRefunded, RenewalFirst, RefundTooLong, CouponUsedUp,
 * NothingToRefund, RefundChanged.
 */
@Injectable()
export class GiveBackCard {
  constructor(
    private readonly store: CardStore,
    private readonly benefits: CardBenefits,
    private readonly money: ReturnMoney,
  ) {}

  async execute(tx: Tx, card: Card, cards: readonly Card[], back: GiveBack): Promise<RefundSum> {
    const { actor, cause, note, present } = back;
    const refusal = whyNotRefund(card, { ...present, isRenewed: isRenewed(card, cards, present.today) });
    if (refusal) throw refusal;
    const terms = await this.store.plans.termsOf(tx, card.planId, card.version);
    const used = await this.benefits.withdraw(tx, card, terms, actor, present.now);
    const { startsOn, lastOn, priceFen } = card;
    const sum = unwrap(
      refundOf({
        startsOn: startsOn!,
        lastOn: lastOn!,
        priceFen,
        today: present.today,
        usedCoupons: terms.usedCoupons,
        used,
      }),
    );
    if (back.agreedFen !== null && back.agreedFen !== sum.amountFen)
      throw refuse('RefundChanged', { amount: formatFen(sum.amountFen), amountFen: sum.amountFen });
    const { amountFen, isWhole } = sum;
    await this.money.execute(tx, card, {
      amountFen,
      isWhole,
      cause,
      note,
      actor,
      now: present.now,
      planName: terms.name,
    });
    return sum;
  }
}

/** A renewal that has not been given back follows it. */
export const isRenewed = (card: Pick<Card, 'cardId'>, cards: readonly Card[], today: string): boolean =>
  cards.some((other) => other.followsId === card.cardId && isLive(other, today));
