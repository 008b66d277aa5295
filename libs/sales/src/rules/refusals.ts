import { refusals } from '@fanloop/kernel';

export const refuseSale = refusals({
  NoLines: { zh: '请填写商品或金额', en: 'A purchase needs at least one line', status: 400 },
  TooManyLines: { zh: '一笔消费最多 {most} 行商品', en: 'A purchase has at most {most} lines', status: 400 },
  QuantityNotAllowed: {
    zh: '第 {line} 行的数量不对：只能是 {least} 到 {most} 的整数',
    en: 'Line {line}: the quantity must be a whole number from {least} to {most}',
    status: 400,
  },
  AmountNotAllowed: {
    zh: '第 {line} 行的金额不对：不能为负、不能有小于一分的部分、不能超过 {mostYuan} 元',
    en: 'Line {line}: the amount must be whole fen, not negative and at most {mostYuan} yuan',
    status: 400,
  },
  AmountsDoNotAddUp: {
    zh: '第 {line} 行的金额对不上：原价 − 优惠 ≠ 实付',
    en: 'Line {line}: gross minus discount is not the amount paid',
    status: 400,
  },
  TextTooLong: { zh: '第 {line} 行的 {field} 太长', en: 'Line {line}: {field} is too long', status: 400 },
  OccurredInFuture: { zh: '消费时间不能在未来', en: 'A purchase cannot lie in the future', status: 400 },
  PurchaseNotFound: { zh: '没有找到这笔消费', en: 'No such purchase', status: 404 },
  AlreadyRefunded: { zh: '这笔消费已经全部退款了', en: 'This purchase was refunded as a whole already' },
  RefundEmpty: {
    zh: '请选择要退的商品，或者填写金额',
    en: 'A refund needs lines or an amount, one of the two',
    status: 400,
  },
  RefundLineUnknown: { zh: '这笔消费没有第 {line} 行', en: 'The purchase has no line {line}', status: 400 },
  RefundLineTwice: { zh: '第 {line} 行写了两次', en: 'Line {line} is given twice', status: 400 },
  RefundQuantityNotAllowed: {
    zh: '第 {line} 行的退货数量不对：只能是 0 或正整数',
    en: 'Line {line}: the quantity to refund must be a whole number and not negative',
    status: 400,
  },
  RefundAmountNotAllowed: {
    zh: '退款金额不对：必须大于 0，且不能有小于一分的部分',
    en: 'The amount to refund must be above zero, in whole fen',
    status: 400,
  },
  RefundQuantityTooHigh: {
    zh: '第 {line} 行最多还能退 {left} 件',
    en: 'Line {line}: at most {left} can still be refunded',
  },
  RefundAmountTooHigh: { zh: '最多还能退 {left}', en: 'At most {left} can still be refunded' },
  RefundLineAmountTooHigh: {
    zh: '第 {line} 行最多还能退 {left}',
    en: 'Line {line}: at most {left} can still be refunded',
  },
  RefundRaced: {
    zh: '这笔消费刚刚被别人退过款，请重新打开',
    en: 'The purchase was refunded a moment ago by somebody else: open it again',
  },
  DeductionNotAllowed: {
    zh: '从退款中扣除的金额不能为负，也不能超过退款金额',
    en: 'What is kept back cannot be negative nor more than the refund',
    status: 400,
  },
  ProductUnknown: { zh: '没有这个商品：{sku}', en: 'No such product: {sku}', status: 404 },
  ImportNotFound: { zh: '没有这次导入', en: 'No such import', status: 404 },
  ImportStateForbids: {
    zh: '导入现在的状态不能这样做（{state}）',
    en: 'The import is {state}: this cannot be done now',
  },
  ImportEmpty: { zh: '文件里没有数据行', en: 'The file holds no rows', status: 400 },
  ImportTooLarge: { zh: '文件太大：最多 {mostMb} MB', en: 'The file is too large: at most {mostMb} MB', status: 413 },
  ImportUnreadable: { zh: '文件不是可读的 CSV：{problem}', en: 'The file is not readable CSV: {problem}', status: 400 },
  MappingIncomplete: { zh: '列对应不完整：{problem}', en: 'The mapping is not complete: {problem}', status: 400 },
});
