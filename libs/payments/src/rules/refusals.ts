import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  PaymentNotFound: { zh: '没有找到这笔支付', en: 'There is no such payment', status: 404 },
  PaymentInvalid: { zh: '支付内容有误：{problem}', en: 'The payment is not valid: {problem}', status: 400 },
  PaymentReferenceReused: {
    zh: '这笔订单已经发起过另一笔支付',
    en: 'This order has another payment already',
  },
  PaymentPaid: { zh: '这笔订单已经付过了', en: 'This payment is paid already' },
  PaymentClosed: { zh: '支付时间已过，请重新下单', en: 'The time to pay is over, please order again' },
  PayerUnknown: { zh: '请在微信小程序里付款', en: 'Only somebody known to WeChat can pay here' },
  /** What WeChat tells is not what we know: nothing is settled, a person looks. */
  PaymentDiffers: {
    zh: '微信支付通知与订单不一致：{what}',
    en: 'WeChat tells of another payment: {what}',
    status: 422,
  },
  RefundDiffers: {
    zh: '微信退款通知与退款单不一致：{what}',
    en: 'WeChat tells of another refund: {what}',
    status: 422,
  },
  RefundNotFound: { zh: '没有找到这笔退款', en: 'There is no such refund', status: 404 },
  NotRefundable: { zh: '这笔支付现在不能退款', en: 'This payment cannot be refunded now' },
  RefundTooLarge: { zh: '最多还能退 {left} 分', en: 'At most {left} fen can still be refunded' },
  RefundTooLate: {
    zh: '付款已超过一年，不能原路退款',
    en: 'Paid more than a year ago: it cannot go back the same way',
  },
  TooManyRefunds: { zh: '一笔支付最多退款 {limit} 次', en: 'A payment has at most {limit} refunds' },
  RefundReferenceReused: { zh: '同一个退款编号被用于不同的金额', en: 'This refund was asked for with another amount' },
  BillNotThere: {
    zh: '微信还没有出这一天的账单，一般在次日上午 10 点之后',
    en: 'WeChat has not made the bill of this day yet: it comes after ten the next morning',
  },
  ReasonMissing: { zh: '请写明退款的原因', en: 'A refund needs its reason', status: 400 },
  DifferenceNotFound: { zh: '没有这条待处理的差异', en: 'There is no such open difference', status: 404 },
  RefundAmountInvalid: { zh: '退款金额有误', en: 'The amount of the refund is not valid', status: 400 },
});
