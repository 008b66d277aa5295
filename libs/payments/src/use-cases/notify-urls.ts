/** Where WeChat sends its notifications: https, no query, at most 256 characters. */
export interface NotifyUrls {
  readonly payments: string;
  readonly refunds: string;
}

export const NOTIFY_URLS = Symbol('notify urls of WeChat Pay');

/** @param base the public address of the api's folder `notify`, without a slash at its end */
export const notifyUrlsOf = (base: string): NotifyUrls => ({
  payments: `${base}/wechat-pay/payments`,
  refunds: `${base}/wechat-pay/refunds`,
});
