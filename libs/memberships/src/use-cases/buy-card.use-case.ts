import type { Fen, MemberId } from '@fanloop/kernel';
import { addMs } from '@fanloop/kernel';
import { PaymentsDoor } from '@fanloop/payments';
import { randomCode, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Agreement, whyNotBuy, whyNotOnSale } from '../rules/buy';
import { refuse } from '../rules/refusals';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import type { Plan } from '../store/plan.repository';
import { cardName, durationText, PAY_WITHIN_MS, PURPOSE } from './card-words';
import { CardTime, CardWork } from './card-work';
import { placeFor } from './running-cards';

export interface BuyCardCommand extends Agreement {
  readonly planId: string;
  readonly memberId: MemberId;
  readonly idempotencyKey: string;
}

/** Plain JSON, because it is stored as the answer to a repeated request. */
export interface CardOrder {
  readonly cardNo: string;
  /** The shopper pays by it. */
  readonly paymentNo: string;
  readonly amountFen: Fen;
}

/** An order that is about to close is not handed out again: nobody could still pay it. */
const LEAST_LEFT_MS = 30_000;

/**
 * Orders a card and starts its payment, in one transaction. A member has one open order of a plan: a second tap, and a second device, get the
 * same one with the same payment, so nobody pays twice for it. The card begins when the payments say that it is paid. Throws PlanNotFound,
 * SaleOver, PlanNotOnSale, SaleNotStarted, PlanSoldOut, TermsChanged, RenewalWaits, CardRunning, CardNotRunning, OrderPaid, OrderPending.
 */
@Injectable()
export class BuyCard {
  constructor(
    private readonly work: CardWork,
    private readonly store: CardStore,
    private readonly payments: PaymentsDoor,
    private readonly time: CardTime,
  ) {}

  execute({ idempotencyKey, ...command }: BuyCardCommand): Promise<CardOrder> {
    const { memberId, planId, version, isRenewal } = command;
    const claim = {
      scope: `memberships.buy:member:${memberId}`,
      key: idempotencyKey,
      input: { planId, version, isRenewal },
    };
    return this.work.unitOfWork.run((tx) => this.work.idempotency.run(tx, claim, () => this.order(tx, command)));
  }

  private async order(tx: Tx, command: Omit<BuyCardCommand, 'idempotencyKey'>): Promise<CardOrder> {
    const { now, today } = this.time.present();
    await this.store.cards.lockHolder(tx, command.memberId);
    const plan = await this.store.plans.byId(tx, command.planId);
    if (!plan || plan.status === 'draft') throw refuse('PlanNotFound');
    const cards = await this.store.cards.lockOpen(tx, command.memberId);
    const open = cards.find(({ state, planId }) => state === 'ordered' && planId === plan.planId);
    if (open) return this.again(tx, open, command, now);
    const { before } = placeFor(cards, plan, today);
    const queue = { isRunning: before !== null, isWaiting: before?.isWaiting ?? false };
    const refusal = whyNotOnSale(plan, now) ?? whyNotBuy(plan.version, command, queue);
    if (refusal) throw refusal;
    return this.place(tx, plan, command.memberId, now);
  }

  private async place(tx: Tx, plan: Plan, memberId: MemberId, now: Date): Promise<CardOrder> {
    const { planId, version, priceFen, tierCode } = plan;
    const cardNo = randomCode(12);
    const paymentNo = await this.payments.start(tx, {
      purpose: PURPOSE,
      reference: cardNo,
      memberId,
      description: `${cardName(plan.name)}${durationText(plan.duration)}`,
      amountFen: priceFen,
      expiresAt: addMs(now, PAY_WITHIN_MS),
    });
    await this.store.cards.insert(tx, { cardNo, planId, version, memberId, priceFen, tierCode, paymentNo }, now);
    // Last, because a crowd meets here. The statement itself counts; where it took nothing, the plan as it is now says why.
    if (!(await this.store.plans.takeStock(tx, planId, version))) {
      const present = await this.store.plans.lock(tx, planId);
      throw (present && whyNotOnSale(present, now)) ?? refuse('TermsChanged');
    }
    return { cardNo, paymentNo, amountFen: priceFen };
  }

  /** The order that waits already. One under other terms, or about to close, is given up: its payment says when it is over. */
  private async again(tx: Tx, open: Card, agreed: Agreement, now: Date): Promise<CardOrder> {
    const { cardNo, paymentNo, priceFen: amountFen } = open;
    const payment = await this.payments.of(tx, PURPOSE, cardNo);
    if (payment?.state !== 'created' && payment?.state !== 'paying')
      throw refuse(payment?.state === 'closed' ? 'OrderPending' : 'OrderPaid');
    const isPayable = payment.expiresAt > addMs(now, LEAST_LEFT_MS);
    if (open.version === agreed.version && isPayable) return { cardNo, paymentNo, amountFen };
    if (isPayable) await this.giveUp(paymentNo);
    throw refuse('OrderPending');
  }

  /** In a transaction of its own: the refusal that follows undoes the caller's. */
  private giveUp(paymentNo: string): Promise<boolean> {
    return this.work.unitOfWork.run((tx) => this.payments.giveUp(tx, paymentNo));
  }
}
