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
  AdjustmentNotForRole: { zh: '您的角色不能调整积分', en: 'Your role may not adjust points', status: 403 },
  AdjustmentNeedsApproval: {
    zh: '超过您单次可调整的 {limit} 分，需要另一位负责人审批',
    en: 'More than the {limit} points that you may adjust: a second person has to approve',
  },
  AdjustmentRequestMissing: { zh: '没有找到这条调整申请', en: 'This request does not exist', status: 404 },
  AdjustmentDecided: { zh: '这条申请已经处理过了', en: 'This request has been decided already' },
  AdjustmentRequestExpired: { zh: '这条申请已过期，请重新提交', en: 'The request has expired: ask again' },
  AdjustmentOwnRequest: {
    zh: '不能审批自己提交的申请，请由另一位负责人处理',
    en: 'Your own request has to be decided by another person',
    status: 403,
  },
  AdjustmentNotYours: { zh: '只有提交人可以撤回申请', en: 'Only who asked may withdraw the request', status: 403 },
  AdjustmentAboveLimit: {
    zh: '超过您可审批的 {limit} 分，请由店主处理',
    en: 'More than the {limit} points that you may approve',
    status: 403,
  },
  TransfersOff: { zh: '暂未开放积分转赠', en: 'Points cannot be given to others here' },
  TransferToOneself: { zh: '不能转赠给自己', en: 'Points cannot be given to oneself' },
  TransferRecipientMissing: {
    zh: '没有找到可以接收积分的会员，请核对会员号或手机号',
    en: 'No member who can receive points was found',
    status: 404,
  },
  TransferTooSmall: { zh: '每次至少转赠 {least} 分', en: 'At least {least} points at a time' },
  TransferTooOften: { zh: '今天已转赠 {times} 次，请明天再来', en: 'Already {times} transfers today' },
  TransferTooMuch: {
    zh: '每天最多转赠 {daily} 分，今天还可转赠 {left} 分',
    en: 'At most {daily} points a day: {left} are left today',
  },
  SettingsNotValid: { zh: '设置有误：{problem}', en: 'The settings are not valid: {problem}', status: 400 },
  TierMissing: { zh: '没有这个等级', en: 'There is no such tier', status: 404 },
  TierHeld: {
    zh: '还有 {members} 位会员属于「{name}」，请先选择他们转入的等级',
    en: '{members} members belong to {name}: choose where they go',
  },
  TiersChanged: {
    zh: '等级设置刚被别人修改过，请刷新后再保存',
    en: 'Somebody else has changed the tiers meanwhile: reload and save again',
  },
  GrantNeedless: { zh: '第一个等级人人都有，无需授予', en: 'Everybody has the first tier', status: 400 },
  GrantEndWrong: {
    zh: '授予的最后一天必须在今天以后的十年之内',
    en: 'The last day of a grant lies within ten years from today',
    status: 400,
  },
  GrantMissing: { zh: '这位会员没有正在生效的授予', en: 'This member has no grant at present', status: 404 },
  TiersNotValid: { zh: '等级设置有误：{problem}', en: 'The tiers are not valid: {problem}', status: 400 },
  EventInFuture: { zh: '事件的时间还没有到', en: 'The event lies in the future', status: 400 },
  RuleMissing: { zh: '没有找到这条规则', en: 'This rule does not exist', status: 404 },
  RuleRetired: { zh: '规则已停用，不能再修改', en: 'The rule is retired and cannot change any more' },
  RuleNotDrafted: { zh: '没有待提交的修改', en: 'There is no draft to submit' },
  RuleNotInReview: { zh: '这一版不在审批中', en: 'This version is not in review' },
  RuleNeverApproved: { zh: '规则还没有通过审批', en: 'The rule was never approved' },
  RuleChanged: {
    zh: '规则刚被别人改过，请刷新后再操作',
    en: 'Somebody else has just changed the rule: look at it again',
  },
  RuleOwnVersion: {
    zh: '不能审批自己写的版本，请另一位同事来审批',
    en: 'Nobody approves a version of his own: ask somebody else',
    status: 403,
  },
  NoteMissing: { zh: '请写明退回的原因', en: 'A rejection needs its reason', status: 400 },
  RuleNotValid: { zh: '规则有误：{problem}', en: 'The rule is not valid: {problem}', status: 400 },
});
