/** A message in the member's inbox. */
export interface Notice {
  readonly memberId: string;
  readonly title: string;
  readonly text: string;
  /** Names a page of the mini-program: `points`, `tier`. */
  readonly link: string | null;
  /** What it tells of, for ever: told once. */
  readonly reference: string;
  readonly at: Date;
}

const TITLE_LENGTH = 100;
const TEXT_LENGTH = 1000;
/** What happened longer ago is no news: an import of history fills nobody's inbox. */
const NEWS_MS = 3 * 86_400_000;

export const isNews = ({ at }: Pick<Notice, 'at'>, now: Date): boolean => now.getTime() - at.getTime() <= NEWS_MS;

/** Cut by characters, not in the middle of one. */
const cut = (text: string, length: number): string => {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
};

export const fitted = (notice: Notice): Notice => ({
  ...notice,
  title: cut(notice.title, TITLE_LENGTH),
  text: cut(notice.text, TEXT_LENGTH),
});

/** @param lastDay the last day on which they can be used, `YYYY-MM-DD` */
export const expiringNotice = (
  fact: Pick<Notice, 'memberId' | 'at'> & { readonly points: number; readonly daysLeft: number },
  lastDay: string,
): Notice => ({
  memberId: fact.memberId,
  at: fact.at,
  title: `${fact.points} 积分即将到期`,
  text: `您有 ${fact.points} 积分将在 ${dayText(lastDay)} 结束后到期，还有 ${fact.daysLeft} 天，记得用掉。`,
  link: 'points',
  reference: `points-expiring:${fact.memberId}:${fact.daysLeft}:${lastDay}`,
});

/** “您有 3 张券 2 天后到期” */
export const couponsExpiringNotice = (
  fact: Pick<Notice, 'memberId' | 'at'> & {
    readonly coupons: number;
    readonly daysLeft: number;
    readonly lastDay: string;
  },
): Notice => {
  const when = fact.daysLeft === 0 ? '今天到期' : `${fact.daysLeft} 天后到期`;
  return {
    memberId: fact.memberId,
    at: fact.at,
    title: `您有 ${fact.coupons} 张券${fact.daysLeft === 0 ? '' : ' '}${when}`,
    text: `您有 ${fact.coupons} 张优惠券可用到 ${dayText(fact.lastDay)} 当天结束，记得来用。`,
    link: 'coupons',
    reference: `coupons-expiring:${fact.memberId}:${fact.daysLeft}:${fact.lastDay}:${fact.at.toISOString()}`,
  };
};

export const tierAtRiskNotice = (
  fact: Pick<Notice, 'memberId' | 'at'> & { readonly tier: string; readonly until: string },
): Notice => ({
  memberId: fact.memberId,
  at: fact.at,
  title: '您的会员等级需要保级',
  text: `保级期到 ${dayText(fact.until)} 为止，看看还差多少，我们等您来。`,
  link: 'tier',
  reference: `tier-at-risk:${fact.memberId}:${fact.tier}:${fact.until}`,
});

/** Money that came too late goes back by itself; `amountText` is `¥12.50`. */
export const paidTooLateNotice = (
  fact: Pick<Notice, 'memberId' | 'at'> & { readonly paymentNo: string },
  amountText: string,
): Notice => ({
  memberId: fact.memberId,
  at: fact.at,
  title: '付款已自动退回',
  text: `您付款时订单已经关闭，${amountText} 正在原路退回，一般 1–3 个工作日到账，无需任何操作。`,
  link: null,
  reference: `paid-after-close:${fact.paymentNo}`,
});

/** A reward that was paid for and is not handed out: the money goes back by itself, the points are back already. */
export const moneyReturnedNotice = (
  fact: Pick<Notice, 'memberId' | 'at'> & {
    readonly rewardNo: string;
    readonly title: string;
    readonly why: 'given-back' | 'undeliverable';
  },
  amountText: string,
): Notice => ({
  memberId: fact.memberId,
  at: fact.at,
  title: '付款已自动退回',
  text: `${WHY_RETURNED[fact.why](fact.title)}，积分已经退回，${amountText} 正在原路退回，一般 1–3 个工作日到账，无需任何操作。`,
  link: `rewards/${fact.rewardNo}`,
  reference: `reward-money-returned:${fact.rewardNo}`,
});

const WHY_RETURNED = {
  'given-back': (title: string) => `您付款时「${title}」已经取消`,
  undeliverable: (title: string) => `很抱歉，「${title}」暂时无法发放`,
};

/** A coupon that a friend took, told to both; `name` is the coupon's. */
export const giftAcceptedNotices = (
  fact: Pick<Notice, 'at'> & {
    readonly giftId: string;
    readonly fromMemberId: string;
    readonly toMemberId: string;
    readonly name: string;
  },
): Notice[] => [
  {
    memberId: fact.fromMemberId,
    at: fact.at,
    title: '好友领取了您转赠的券',
    text: `您送出的「${fact.name}」已被好友领取，心意送到了。`,
    link: 'coupon-gifts',
    reference: `coupon-gift:${fact.giftId}:given`,
  },
  {
    memberId: fact.toMemberId,
    at: fact.at,
    title: '收到好友转赠的券',
    text: `「${fact.name}」已放进您的卡包，记得在有效期内使用。`,
    link: 'coupons',
    reference: `coupon-gift:${fact.giftId}:received`,
  },
];

export const giftReturnedNotice = (
  fact: Pick<Notice, 'memberId' | 'at'> & { readonly giftId: string; readonly name: string },
): Notice => ({
  memberId: fact.memberId,
  at: fact.at,
  title: '转赠的券已退回',
  text: `「${fact.name}」没有好友领取，已回到您的卡包，可以自己用，也可以再送一次。`,
  link: 'coupons',
  reference: `coupon-gift:${fact.giftId}:returned`,
});

/** “6月8日” */
export const dayText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
