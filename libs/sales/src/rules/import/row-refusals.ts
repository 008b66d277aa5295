import { refusals } from '@fanloop/kernel';

/** Why a row of a file was left out. */
export const refuseRow = refusals({
  KeyMissing: { zh: '没有单号，或单号超过 96 个字', en: 'The purchase key is missing or longer than 96 characters' },
  StoreUnknown: { zh: '没有这个门店：{store}', en: 'No such store: {store}' },
  TimeUnreadable: { zh: '看不懂消费时间：{text}', en: 'The time cannot be read: {text}' },
  AmountUnreadable: { zh: '看不懂金额：{text}', en: 'The amount cannot be read: {text}' },
  QuantityUnreadable: { zh: '看不懂数量：{text}', en: 'The quantity cannot be read: {text}' },
  MemberUnknown: { zh: '没有这个会员', en: 'No such member' },
  RowsDisagree: {
    zh: '同一单号的各行，门店、时间或会员不一致',
    en: 'The rows of one purchase disagree about store, time or member',
  },
  OtherRowRefused: { zh: '同一单的第 {row} 行有误，整单没有导入', en: 'Row {row} of the same purchase is refused' },
  PurchaseRefused: { zh: '{reason}', en: '{reason}' },
});
