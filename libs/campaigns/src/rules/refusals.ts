import { type RefusalText, refusals } from '@fanloop/kernel';

const TEXTS = {
  IssueNotFound: { zh: '没有找到这次发券', en: 'There is no such issue', status: 404 },
  IssueInvalid: { zh: '发券设置有误：{problem}', en: 'The issue is not valid: {problem}', status: 400 },
  IssueStateForbids: { zh: '这次发券{state}，不能再这样做', en: 'The state of the issue does not allow this' },
  AudienceEmpty: { zh: '没有会员符合这些条件，不会发给任何人', en: 'No member meets these conditions' },
  AudienceUnknown: { zh: '没有找到这份会员名单', en: 'There is no such audience', status: 404 },
  AudienceTooLarge: { zh: '超过 {most} 位会员，请用“批量发券”', en: 'More than {most} members: issue in bulk instead' },
  ListNotFound: { zh: '没有找到这份名单，请重新上传', en: 'There is no such list', status: 404 },
  ListEmpty: { zh: '名单里没有找到会员', en: 'No member was found in the list', status: 400 },
  ListTooLong: { zh: '一份名单最多 {most} 行', en: 'A list has at most {most} lines', status: 400 },
  CouponNotIssuable: { zh: '这种券现在不能发放：{why}', en: 'This coupon cannot be issued now: {why}' },
  StockTooSmall: {
    zh: '库存只剩 {left} 张，这次要 {needed} 张，请先加库存或缩小范围',
    en: 'Only {left} are in stock, {needed} are needed',
  },
} satisfies Record<string, RefusalText>;

export const refuse = refusals(TEXTS);
