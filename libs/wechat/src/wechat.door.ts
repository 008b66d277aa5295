/** What the contexts above may use of WeChat: inject `WechatDoor`, the mini-program's gateway under its door name. */
export type {
  CodePicture,
  CodeRequest,
  PhoneNumber,
  WechatSession,
} from './gateway/mini-program.gateway';
export { MiniProgramGateway, MiniProgramGateway as WechatDoor } from './gateway/mini-program.gateway';
