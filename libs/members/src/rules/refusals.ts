import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  ConsentRequired: { zh: '请先阅读并同意：{title}', en: 'Consent is needed first: {title}', status: 400 },
  ConsentOutdated: { zh: '条款已更新，请重新阅读：{title}', en: 'The text has a newer version: {title}', status: 409 },
  MembershipNeedsConsent: {
    zh: '会员服务需要这项同意；如需撤回，请注销会员',
    en: 'Membership rests on this consent; close the account to withdraw it',
  },
  PhoneInvalid: { zh: '手机号格式不正确', en: 'The phone number is not valid', status: 400 },
  MemberNotFound: { zh: '没有找到该会员', en: 'No such member', status: 404 },
  MemberClosed: { zh: '该会员已注销', en: 'This account is closed' },
  IdentityNotFound: { zh: '登录已失效，请重新打开小程序', en: 'Unknown WeChat identity', status: 401 },
  BirthdayInvalid: { zh: '生日不正确', en: 'The birthday is not valid', status: 400 },
  BirthdayFixed: { zh: '生日只能填写一次', en: 'The birthday can be set only once' },
  NicknameInvalid: {
    zh: '昵称需为 1 到 {maxLength} 个字',
    en: 'The nickname needs 1 to {maxLength} characters',
    status: 400,
  },
  NicknameRejected: { zh: '昵称含有不合适的内容', en: 'The nickname is not suitable', status: 400 },
  MemberCodeInvalid: { zh: '会员码无效或已过期，请刷新后重试', en: 'The member code is wrong or expired' },
  MemberCodeUsed: { zh: '会员码已被使用，请等待下一个', en: 'This member code was used, wait for the next' },
});
