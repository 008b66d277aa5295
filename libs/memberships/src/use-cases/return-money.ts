import { domainEvent } from '@fanloop/events';
import { type Actor, actorLabel, type Fen } from '@fanloop/kernel';
import { PaymentsDoor } from '@fanloop/payments';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RefundCause } from '../rules/card';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import { cardName } from './card-words';
import { CardWork } from './card-work';

export interface MoneyBack {
  readonly amountFen: Fen;
  readonly isWhole: boolean;
  readonly cause: RefundCause;
  readonly note: string | null;
  readonly actor: Actor;
  readonly now: Date;
  readonly planName: string;
}

/** One refund of a card; named alike, so that asking twice could never be two. */
const REFERENCE = 'card-refund';

/**
 * Marks a card as given back and sends its money on its way, in the caller's transaction, which holds the member's cards. A card that had not
 * begun gives its piece of the stock back; one that had stays sold.
 */
@Injectable()
export class ReturnMoney {
  constructor(
    private readonly store: CardStore,
    private readonly payments: PaymentsDoor,
    private readonly work: CardWork,
  ) {}

  async execute(tx: Tx, card: Card, back: MoneyBack): Promise<void> {
    const { amountFen, isWhole, cause, note, now: at } = back;
    if (!(await this.store.cards.giveBack(tx, card.cardId, card.state, { amountFen, cause, note, at })))
      throw new Error(`card ${card.cardNo} changed under its lock`);
    await this.payments.refund(tx, {
      paymentNo: card.paymentNo,
      amountFen,
      reference: REFERENCE,
      reason: `${cardName(back.planName)}${REASONS[cause]}`,
      requestedBy: actorLabel(back.actor),
    });
    if (isWhole) await this.store.plans.returnStock(tx, card.planId);
    await this.tell(tx, card, back);
  }

  private async tell(
    tx: Tx,
    card: Card,
    { amountFen, cause, note, actor, now, planName: name }: MoneyBack,
  ): Promise<void> {
    const { cardNo, planId, memberId } = card;
    const fact = { cardNo, planId, memberId, name, amountFen, cause, at: now.toISOString() };
    await this.work.outbox.append(tx, [domainEvent('memberships.card-refunded.v1', fact, now)]);
    if (actor.kind !== 'staff') return;
    const details = { name, memberId, amountFen, note };
    await this.work.audit.append(tx, {
      actor,
      action: 'memberships.card-refunded',
      subject: `card:${cardNo}`,
      details,
    });
  }
}

const REASONS: Record<RefundCause, string> = {
  member: '退卡',
  staff: '退卡（门店办理）',
  'account-closed': '退卡（会员注销）',
  'not-honoured': '未能开通，付款退回',
};
