import { refusals } from '@fanloop/kernel';

/** What WeChat may tell a user of ours. Everything else is a failure of the system (`WechatFailure`). */
export const refuse = refusals({
  LoginCodeInvalid: {
    zh: '登录已失效，请重新打开小程序',
    en: 'The log-in code is wrong, used or expired',
    status: 400,
  },
  PhoneCodeInvalid: {
    zh: '手机号授权已失效，请再点一次授权按钮',
    en: 'The phone number code is wrong, used or expired',
    status: 400,
  },
  WechatAccountAtRisk: {
    zh: '微信判断该账号存在风险，暂时无法登录',
    en: 'WeChat blocks this account as high-risk',
    status: 403,
  },
  WechatBusy: { zh: '微信服务繁忙，请稍后再试', en: 'WeChat does not answer, please try again', status: 503 },
  WechatTooOften: { zh: '操作太频繁，请一分钟后再试', en: 'Too many requests, please wait a minute', status: 429 },
  VisitTooLongAgo: {
    zh: '离开太久了，请重新打开小程序后再发表',
    en: 'The mini-program was not open in the last two hours, please open it again',
  },
  TextTooLong: { zh: '文字太长，最多 {limit} 个字', en: 'The text is longer than {limit} characters', status: 400 },
  PayNoticeForged: { zh: '不是来自微信支付的通知', en: 'This is not a notification of WeChat Pay: {why}', status: 401 },
  PayNotConfigured: { zh: '商家还没有开通微信支付', en: 'WeChat Pay is not set up in this deployment', status: 503 },
});
