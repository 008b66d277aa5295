import { type RefusalText, refusals } from '@fanloop/kernel';

const TEXTS = {
  GiftNotAllowed: { zh: '这张券不支持转赠', en: 'This coupon cannot be given on' },
  GiftNotAgain: { zh: '好友转赠的券不能再转赠', en: 'A coupon that was a gift cannot be given on' },
  GiftNotFound: { zh: '没有找到这份礼物，链接可能不完整', en: 'There is no such gift', status: 404 },
  GiftOwn: { zh: '这是您自己送出的券，转发给好友吧', en: 'This is your own gift' },
  GiftTaken: { zh: '手慢了，这张券已被好友领取', en: 'Somebody has taken this gift already' },
  GiftWithdrawn: { zh: '好友已收回这张券', en: 'The giver has taken this gift back' },
  GiftExpired: { zh: '领取时间已过，券已退回好友', en: 'The time to accept this gift is over' },
  GiftGone: { zh: '这张券已失效，领不到了', en: 'The coupon of this gift is not there any more' },
  GiftLimitReached: {
    zh: '您已经收过 {limit} 张这种券的转赠，不能再收了',
    en: 'You have received {limit} of these already',
  },
  GiftMemberInactive: { zh: '账户状态异常，暂时不能转赠或领取', en: 'The account is not active', status: 403 },
} satisfies Record<string, RefusalText>;

export const refuseGift = refusals(TEXTS);
