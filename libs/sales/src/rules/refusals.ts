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
  AlreadyRefunded: { zh: '这笔消费已经退过款了', en: 'This purchase was refunded already' },
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
