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
  UndoNotPossible: { zh: '这笔记录不能撤销，请走退款', en: 'This record cannot be undone: refund it' },
  UndoOthersRecord: {
    zh: '只能撤销自己记的单，请找店长',
    en: 'Only the clerk who recorded it may undo it',
    status: 403,
  },
  UndoTooLate: {
    zh: '已超过 {minutes} 分钟，不能再撤销，请走退款',
    en: 'More than {minutes} minutes have passed: refund it',
  },
  UndoAfterRefund: { zh: '这笔消费已退过款，不能再撤销', en: 'This purchase was refunded already' },
  AlreadyUndone: { zh: '这笔记录已经撤销过了', en: 'This record was undone already' },
  UndoWaiting: { zh: '已申请撤销，等店长确认', en: 'An undo of it waits for a second person' },
  UndoDeclined: { zh: '撤销申请没有通过，请走退款', en: 'The undo was declined: refund it' },
  UndoNotWaiting: { zh: '没有等待确认的撤销', en: 'No undo waits here' },
  UndoNeedsAnother: {
    zh: '需要另一个人确认，不能自己确认自己的申请',
    en: 'A second person must confirm it',
    status: 403,
  },
  UndoSettingsInvalid: { zh: '撤销设置有误：{problem}', en: 'The settings of undoing are not valid', status: 400 },
  ImportStopped: { zh: '导入已被停止', en: 'The import was stopped' },
});
