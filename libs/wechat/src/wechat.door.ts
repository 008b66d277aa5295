/** What the contexts above may use of WeChat: inject `WechatDoor`, the mini-program's gateway under its door name. */
export type {
  CodePicture,
  CodeRequest,
  PhoneNumber,
  WechatSession,
} from './gateway/mini-program.gateway';
export { MiniProgramGateway, MiniProgramGateway as WechatDoor } from './gateway/mini-program.gateway';
export type { PayOrder, PayRefundOrder } from './pay/pay.gateway';
export { PayGateway, PayGateway as PayDoor } from './pay/pay.gateway';
export type { PayRefund, PayTransaction, RefundStatus, TradeState } from './pay/pay-answers';
export { readRefund, readTransaction } from './pay/pay-answers';
export type { PayNotification } from './pay/pay-notification';
export type { SignedMessage } from './pay/signature';
export type { PayParameters } from './pay/signed-pay';
export type { BillLine } from './rules/trade-bill';
