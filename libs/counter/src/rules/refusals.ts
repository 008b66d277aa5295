import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  VisitExpired: { zh: '这次接待已超时，请重新扫会员码', en: 'The visit has expired: scan the member code again' },
  VisitInvalid: {
    zh: '这次接待不在这家门店或不属于您',
    en: 'The visit belongs to another store or clerk',
    status: 403,
  },
  MemberNotActive: { zh: '该会员已注销或被冻结', en: 'The member is closed or frozen' },
  LinesOrAmount: {
    zh: '请填写商品，或只填写金额',
    en: 'Give lines or an amount, one of the two',
    status: 400,
  },
  ProductUnknown: { zh: '没有这个商品：{sku}', en: 'No such product: {sku}', status: 404 },
  PriceDiffers: {
    zh: '「{name}」现价是 {price}，请刷新后再记',
    en: 'The price of {name} is {price} now',
  },
  NotFirstPurchase: { zh: '这已经不是首次消费，首单券不能用', en: 'This is no longer a first purchase' },
  OccurredOutsideVisit: {
    zh: '消费时间不在这次接待之内',
    en: 'The time of the purchase lies outside the visit',
  },
  AlreadyRecorded: { zh: '这笔消费已经记过了', en: 'This purchase was recorded already' },
  FiguresMissing: {
    zh: '请先核对退款的金额和积分，再确认',
    en: 'State the figures that the preview of the refund showed',
    status: 400,
  },
  RefundChanged: {
    zh: '退款的金额或积分有变化，请重新核对后再确认',
    en: 'The figures of the refund have changed: look again, then confirm',
  },
  ImportStopped: { zh: '导入已被停止', en: 'The import was stopped' },
});
