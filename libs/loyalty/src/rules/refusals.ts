import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  AccountMissing: { zh: '这位会员还没有积分账户', en: 'This member has no points account', status: 404 },
  AccountClosed: { zh: '积分账户已关闭', en: 'The points account is closed' },
  PointsNotEnough: {
    zh: '积分不足：可用 {available} 分，需要 {points} 分',
    en: 'Not enough points: {available} available, {points} needed',
  },
  PointsNotPositive: { zh: '积分必须是正整数', en: 'Points must be a positive whole number', status: 400 },
  AmountNotAllowed: {
    zh: '金额和数量必须是不小于零的整数',
    en: 'Amounts and quantities must be whole and not negative',
    status: 400,
  },
  ReferenceReused: {
    zh: '同一个业务单号被用于不同的积分变动',
    en: 'This business reference was used for another movement of points',
    status: 422,
  },
  SpendMissing: { zh: '没有找到对应的积分使用记录', en: 'The spending to give back was not found', status: 404 },
  ReturnTooMuch: {
    zh: '退回的积分超过这笔使用的积分：还可退 {left} 分',
    en: 'More points than were spent: {left} can still come back',
  },
  AdjustmentNotAllowed: {
    zh: '调整分数必须是不为零的整数',
    en: 'An adjustment needs a whole number other than 0',
    status: 400,
  },
  ReasonMissing: { zh: '请填写原因', en: 'A reason is needed', status: 400 },
  RuleMissing: { zh: '没有找到这条规则', en: 'This rule does not exist', status: 404 },
  RuleRetired: { zh: '规则已停用，不能再修改', en: 'The rule is retired and cannot change any more' },
  RuleNotValid: { zh: '规则有误：{problem}', en: 'The rule is not valid: {problem}', status: 400 },
  ReplayPeriodNotAllowed: {
    zh: '回放的日期不对：结束日不能早于开始日，最长 {most} 天',
    en: 'A replay needs a last day that is not before the first, at most {most} days',
    status: 400,
  },
  ReplayRuleTwice: {
    zh: '同一条规则在一次回放中只能改一次',
    en: 'A rule can be changed only once in a replay',
    status: 400,
  },
  ReplayMissing: { zh: '没有找到这次回放', en: 'This replay does not exist', status: 404 },
  ReplayEnded: { zh: '这次回放已经结束', en: 'This replay has ended' },
});
