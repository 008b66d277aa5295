import { type RefusalText, refusals } from '@fanloop/kernel';

const TEXTS = {
  TemplateNotFound: { zh: '没有找到这种优惠券', en: 'There is no such coupon', status: 404 },
  TemplateNotActive: { zh: '这种优惠券现在不能领取', en: 'This coupon cannot be claimed now' },
  ClaimNotStarted: { zh: '还没到领取时间', en: 'Claiming has not started yet' },
  ClaimEnded: { zh: '领取时间已经结束', en: 'Claiming has ended' },
  StockExhausted: { zh: '已经被领完了', en: 'All of these coupons have been claimed' },
  ClaimLimitReached: { zh: '每人限领 {limit} 张，您已经领够了', en: 'Each member may claim {limit} of these' },
  NotInvited: { zh: '这张券由品牌定向发放，不能自行领取', en: 'This coupon is given to certain members only' },
  NotByClerks: { zh: '这张券不由店员发放', en: 'Clerks do not give this coupon' },
  ClerkDaySpent: { zh: '您今天已发满 {limit} 张，明天再发', en: 'You have given {limit} of these today' },
  AudienceNotFound: { zh: '没有找到这份名单', en: 'There is no such audience', status: 404 },
  RewardNotFound: { zh: '没有这条待处理的奖励', en: 'No such reward waits for a decision', status: 404 },
  CouponNotFound: { zh: '没有找到这张优惠券', en: 'There is no such coupon', status: 404 },
  CouponNotYetValid: { zh: '这张优惠券还没到使用时间', en: 'This coupon is not valid yet' },
  CouponExpired: { zh: '这张优惠券已过期', en: 'This coupon has expired' },
  CouponRedeemed: { zh: '这张优惠券已经用过了', en: 'This coupon has been used already' },
  CouponLocked: { zh: '这张优惠券正在另一笔订单中使用', en: 'This coupon is held by another order' },
  DayClaimsSpent: { zh: '今天已经领完，明天再来', en: 'All coupons of today have been given' },
  BudgetSpent: { zh: '{why}', en: 'The budget of this coupon is spent' },
  UsePaused: { zh: '这张优惠券暂停使用', en: 'The use of this coupon is paused' },
  SettingsInvalid: { zh: '优惠券设置有误：{problem}', en: 'The settings of coupons are not valid', status: 400 },
  EndChanged: { zh: '未用的券现在有 {unused} 张，请重新核对', en: '{unused} coupons are unused now: look again' },
  EndReasonMissing: { zh: '作废已领的券，请写明原因', en: 'Voiding claimed coupons needs a reason', status: 400 },
  CouponOffered: { zh: '这张优惠券正在转赠好友，收回后才能使用', en: 'This coupon is being given to a friend' },
  CouponVoid: { zh: '这张优惠券已作废', en: 'This coupon is void' },
  StoreNotCovered: { zh: '这张优惠券不能在本店使用', en: 'This coupon is not valid in this store' },
  NoEligibleLines: { zh: '本单没有适用这张券的商品', en: 'Nothing in this purchase is covered by this coupon' },
  ThresholdNotMet: { zh: '适用商品还差 {missing} 才能使用', en: 'Eligible goods are {missing} short of the threshold' },
  ChannelNotCovered: { zh: '这张优惠券不能在这个渠道使用', en: 'This coupon is not valid in this channel' },
  TierNotCovered: { zh: '这张优惠券不适用于您的等级', en: 'This coupon is for other tiers' },
  TagNotCovered: { zh: '这张优惠券不适用于您', en: 'This coupon is for certain members' },
  FirstPurchaseOnly: { zh: '这张优惠券仅限首次消费', en: 'This coupon is for a first purchase' },
  NotAtThisTime: { zh: '现在不在可用时段：{when}', en: 'This coupon does not count at this time' },
  PiecesMissing: { zh: '适用商品还差 {missing} 件', en: '{missing} more eligible pieces are needed' },
  NoDelivery: { zh: '本单没有运费', en: 'No delivery is paid in this purchase' },
  NothingToTake: { zh: '这张券在本单没有可抵扣的金额', en: 'This coupon takes nothing off this purchase' },
  CouponsApart: { zh: '{why}', en: 'These coupons cannot be used together' },
  TooManyCoupons: { zh: '每单最多用 {most} 张优惠券', en: 'At most {most} coupons in one purchase' },
  LinesInvalid: { zh: '商品数量或金额有误', en: 'A quantity or an amount is not valid', status: 400 },
  TemplateInvalid: { zh: '优惠券设置有误：{problem}', en: 'The coupon is not valid: {problem}', status: 400 },
  StockBelowClaimed: { zh: '已领出 {claimed} 张，总量不能更少', en: '{claimed} are claimed already' },
  TemplateEnded: { zh: '已经结束的优惠券不能再修改', en: 'An ended coupon cannot be changed' },
} satisfies Record<string, RefusalText>;

export const refuse = refusals(TEXTS);

/** The reason behind a code that was kept: in Chinese, for managers. */
export const reasonOf = (code: string): string =>
  code in TEXTS ? refuse(code as keyof typeof TEXTS).reason('zh') : code;
