import { dayText, type Notice } from './notice';

type CardFact = Pick<Notice, 'memberId' | 'at'> & {
  readonly cardNo: string;
  /** What the card is called. */
  readonly name: string;
};

/** @param lastDay the last day of the card, `YYYY-MM-DD` */
export const cardEndingNotice = (fact: CardFact & { readonly daysLeft: number }, lastDay: string): Notice => ({
  memberId: fact.memberId,
  at: fact.at,
  title: fact.daysLeft === 0 ? `「${fact.name}」今天到期` : `「${fact.name}」还有 ${fact.daysLeft} 天到期`,
  text: `您的付费会员「${fact.name}」将在 ${dayText(lastDay)} 结束后到期。现在续费，新的一期从次日起算，一天也不少；不会自动扣款。`,
  link: 'membership',
  reference: `card-ending:${fact.cardNo}:${lastDay}:${fact.daysLeft}`,
});

/** The money came and the card could not begin; `amountText` is `¥12.50`. */
export const cardNotOpenedNotice = (fact: CardFact, amountText: string): Notice => ({
  memberId: fact.memberId,
  at: fact.at,
  title: '会员卡未能开通，付款已退回',
  text: `「${fact.name}」没有开通成功，${amountText} 正在原路退回，一般 1–3 个工作日到账，无需任何操作。`,
  link: null,
  reference: `card-not-opened:${fact.cardNo}`,
});

/** Staff gave a card back; `amountText` is `¥12.50`. */
export const cardRefundedNotice = (fact: CardFact, amountText: string): Notice => ({
  memberId: fact.memberId,
  at: fact.at,
  title: `「${fact.name}」已退卡`,
  text: `门店已为您办理退卡，${amountText} 正在原路退回，一般 1–3 个工作日到账；会员卡带来的权益同时结束。`,
  link: 'membership',
  reference: `card-refunded:${fact.cardNo}`,
});
