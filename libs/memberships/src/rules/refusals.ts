import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  PlanNotFound: { zh: '没有找到这种付费会员卡', en: 'There is no such plan', status: 404 },
  PlanInvalid: { zh: '卡种设置有误：{problem}', en: 'The plan is not valid: {problem}', status: 400 },
  PlanStatusForbids: { zh: '卡种现在的状态不允许这样做', en: 'The state of the plan does not allow this' },
  StockBelowSold: { zh: '已经售出 {sold} 张，限量不能更少', en: '{sold} are sold already: the limit cannot be lower' },
  PlanNotOnSale: { zh: '这种会员卡暂时不能购买', en: 'This plan is not on sale now' },
  SaleNotStarted: { zh: '还没到开售时间', en: 'The sale has not started yet' },
  SaleOver: { zh: '已经停止发售', en: 'The sale is over' },
  PlanSoldOut: { zh: '已经售完', en: 'All cards of this plan are sold' },
  TermsChanged: {
    zh: '会员卡的价格或权益刚刚更新，请看过再买',
    en: 'The terms have just changed: look at them and confirm again',
  },
  CardRunning: {
    zh: '您已有在用的会员卡，这次购买会是续费，请确认后再付',
    en: 'You have a running card: this purchase would renew it, confirm again',
  },
  CardNotRunning: {
    zh: '原来的会员卡已经到期，这次购买会马上生效，请确认后再付',
    en: 'Your card has ended: this purchase would begin now, confirm again',
  },
  RenewalWaits: {
    zh: '您已经续过费了，下一期还没有开始',
    en: 'You have renewed already: the next period has not begun',
  },
  OrderPending: {
    zh: '上一笔订单正在关闭，请稍等几秒再试',
    en: 'Your last order is being closed: try again in a moment',
  },
  OrderPaid: { zh: '已经付款成功，正在为您开卡', en: 'It is paid, your card is being opened' },
  CardNotFound: { zh: '没有找到这张会员卡', en: 'There is no such card', status: 404 },
  CardNotPaid: { zh: '这张会员卡还没有付款', en: 'This card is not paid' },
  CardRefunded: { zh: '这张会员卡已经退款', en: 'This card is refunded already' },
  CardEnded: { zh: '这张会员卡已经到期', en: 'This card has ended' },
  RenewalFirst: {
    zh: '您已续费，请先退掉还没开始的那一期',
    en: 'Refund the renewal that has not begun first',
  },
  CouponUsedUp: {
    zh: '开卡礼券已经用过，按约定不能退款',
    en: 'A welcome coupon was used: by the terms the card is not refunded',
  },
  NothingToRefund: {
    zh: '按剩余天数计算，已经没有可退的金额',
    en: 'By the days that are left nothing is to be refunded',
  },
  RefundTooLong: {
    zh: '付款已超过一年，不能原路退款，请联系门店',
    en: 'Paid more than a year ago: it cannot go back the same way',
  },
  RefundChanged: {
    zh: '可退金额刚刚变成 {amount}，请确认后再退',
    en: 'The refund has become {amount}: confirm it again',
  },
  NoteMissing: { zh: '请写明退款的原因', en: 'A refund by staff needs its reason', status: 400 },
});
