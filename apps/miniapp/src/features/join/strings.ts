import { brand } from '@/shared/theme/theme';

export const text = {
  title: '加入会员',
  heading: `成为${brand.name}会员`,
  note: '先看看我们会如何使用你的信息，再决定',
  required: '入会必需',
  optional: '可选',
  read: '展开全文',
  fold: '收起',
  agree: '我已阅读并同意入会所需的条款',
  phone: '同意并用手机号一键入会',
  phoneNote: '下一步由微信提供手机号，我们只用来识别你的会员身份',
  mustAgree: '请先勾选必需的条款',
  refused: '没有手机号就无法确认会员身份，你可以随时再来',
  doneTitle: '欢迎入会',
  doneNote: (no: string) => `会员号 ${no}`,
  doneHint: '结账时出示会员码，积分立刻到账',
  showCode: '查看会员码',
  completeProfile: '完善资料',
  already: '你已经是会员了',
};
