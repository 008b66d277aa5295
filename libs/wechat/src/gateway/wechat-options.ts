export interface WechatOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** https://api.weixin.qq.com in production: another server is a matter of this address alone. */
  readonly baseUrl: string;
  /** How long one call may take; default 5,000. */
  readonly timeoutMs?: number;
}

export const WECHAT_OPTIONS = Symbol('WeChat options');
export const timeoutOf = (options: WechatOptions): number => options.timeoutMs ?? 5000;
