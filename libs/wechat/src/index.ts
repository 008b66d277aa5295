import { CreateWechatAccessToken1760000900001 } from './store/migrations/1-access-token';

export * from './callbacks/message-crypt';
export * from './callbacks/user-data-crypt';
export { WechatFailure } from './gateway/wechat-failure';
export type { WechatOptions } from './gateway/wechat-options';
export { PayFailure } from './pay/pay-failure';
export type { PayOptions } from './pay/pay-options';
export type { Suggestion, TextPlace, TextVerdict } from './rules/text-check';
export * from './wechat.door';
export * from './wechat.module';

export const wechatMigrations = [CreateWechatAccessToken1760000900001];
