import { CouponStatesRead } from '@fanloop/coupons';
import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { whyNotRefund } from '../rules/card';
import { type RefundSum, refundOf } from '../rules/refund';
import { refuse } from '../rules/refusals';
import type { Card } from '../store/card.repository';
import { CardStore } from '../store/card-store';
import { isUsed } from '../use-cases/card-benefits';
import { CardTime } from '../use-cases/card-work';
import { isRenewed } from '../use-cases/give-back-card';

export interface RefundPreview {
  /** What would go back now; null where nothing can. */
  readonly sum: RefundSum | null;
  readonly usedCoupons: number;
  /** Why it cannot be given back, as a code and as a sentence. */
  readonly why: { readonly code: string; readonly text: string } | null;
}

/** What giving a card back would bring, before anybody confirms it. Writes and locks nothing. */
@Injectable()
export class RefundPreviewRead {
  constructor(
    private readonly reader: Reader,
    private readonly store: CardStore,
    private readonly states: CouponStatesRead,
    private readonly time: CardTime,
  ) {}

  /** `memberId` null: staff looks. Throws CardNotFound, for somebody else's too. */
  async of(cardNo: string, memberId: MemberId | null): Promise<RefundPreview> {
    const card = await this.store.cards.byNumber(this.reader, cardNo);
    if (!card || (memberId !== null && card.memberId !== memberId)) throw refuse('CardNotFound');
    const present = this.time.present();
    const open = await this.store.cards.openOf(this.reader, card.memberId);
    const refusal = whyNotRefund(card, { ...present, isRenewed: isRenewed(card, open, present.today) });
    if (refusal) return { sum: null, usedCoupons: 0, why: { code: refusal.code, text: refusal.reason('zh') } };
    return this.calculated(card, present.today);
  }

  private async calculated(card: Card, today: string): Promise<RefundPreview> {
    const { usedCoupons } = await this.store.plans.termsOf(this.reader, card.planId, card.version);
    const given = await this.store.cards.couponsOf(this.reader, card.cardId);
    const states = await this.states.of(given.map(({ couponId }) => couponId));
    const used = given.filter(({ couponId }) => isUsed(states.get(couponId)));
    const worthFen = used.reduce((sum, coupon) => sum + coupon.worthFen, 0);
    const { startsOn, lastOn, priceFen } = card;
    const outcome = refundOf({
      ...{ startsOn: startsOn!, lastOn: lastOn!, priceFen, today, usedCoupons },
      used: { count: used.length, worthFen },
    });
    return {
      sum: outcome.ok ? outcome.value : null,
      usedCoupons: used.length,
      why: outcome.ok ? null : { code: outcome.refusal.code, text: outcome.refusal.reason('zh') },
    };
  }
}
