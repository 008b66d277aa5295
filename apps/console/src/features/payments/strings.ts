import type { BillDifference, PaymentRow, RefundRow } from '../../shared/api/types';

export const paymentStates: Record<PaymentRow['state'], string> = {
  created: '待付款',
  paying: '付款中',
  paid: '已付款',
  'partially-refunded': '部分退款',
  refunded: '已退款',
  closed: '已关闭',
};

export const refundStates: Record<RefundRow['state'], string> = {
  requested: '等待提交',
  processing: '退款中',
  succeeded: '已退款',
  failed: '退款失败',
};

/** What an order was for; an unknown one shows its own name. */
export const purposes: Record<string, string> = {
  'rewards.reward': '积分商城',
  'memberships.card': '付费会员',
};
export const purposeName = (purpose: string): string => purposes[purpose] ?? purpose;

export const differenceKinds: Record<BillDifference['kind'], string> = {
  'missing-here': '微信有，我们没有',
  'missing-there': '我们有，微信没有',
  'amount-differs': '金额不同',
};
export const subjects: Record<BillDifference['subject'], string> = { payment: '付款', refund: '退款' };

export const noticeTypes: Record<string, string> = {
  'TRANSACTION.SUCCESS': '付款成功',
  'REFUND.SUCCESS': '退款成功',
  'REFUND.ABNORMAL': '退款异常',
  'REFUND.CLOSED': '退款关闭',
};
export const outcomes: Record<string, string> = {
  paid: '已入账',
  late: '关闭后才付，已自动退回',
  already: '已经入账，没有重复记',
  processing: '退款中',
  succeeded: '退款已到账',
  failed: '退款失败',
};
export const outcomeName = (outcome: string): string => outcomes[outcome] ?? `未处理：${outcome || '处理中断'}`;

/** WeChat's codes in plain words; what is not listed shows as it came. */
const failures: Record<string, string> = {
  ABNORMAL: '原付款方式收不了款，需人工在微信商户平台处理',
  CLOSED: '微信关闭了这笔退款，可以重新发起',
  NOT_ENOUGH: '商户余额不足，充值后自动继续',
  FREQUENCY_LIMITED: '微信限流，稍后自动继续',
  SYSTEM_ERROR: '微信繁忙，稍后自动继续',
};
export const failureText = (failure: string): string => failures[failure] ?? failure;

export const t = {
  title: '支付记录',
  lead: '每一笔微信支付：谁、为什么、付没付、退了多少。以微信的通知和查询为准。',
  search: '单号、会员号或手机号',
  day: '日期',
  no: '支付单号',
  purpose: '用途',
  what: '内容',
  member: '会员',
  amount: '金额',
  refunded: '已退',
  state: '状态',
  createdAt: '下单时间',
  paidAt: '付款时间',
  late: '关闭后付款，全额退回',
  emptyTitle: '还没有支付',
  emptyHint: '上架「积分 + 现金」的商品后，每一笔支付都会记在这里。',
  exportName: '支付记录',
  detail: '支付详情',
  order: '订单编号',
  wechatNo: '微信支付单号',
  payer: '顾客实付',
  settledBy: '怎么知道的',
  settledWays: { notification: '微信通知', query: '主动查询' },
  expiresAt: '付款截止',
  notices: '微信的通知',
  noNotices: '没有收到过通知',
  noticeTimes: (times: number) => `收到 ${times} 次`,
  refunds: '退款',
  noRefunds: '没有退款',
  refund: '退款',
  refundTitle: '退款给顾客',
  refundLead: (left: string) => `最多还能退 ${left}，原路退回微信。`,
  refundOnlyMoney: '这里只退钱，不取消订单。要取消礼品请到「兑换记录」，要退卡请到「付费会员」，钱会一起退。',
  refundAmount: '退款金额',
  refundAll: '全部',
  refundReason: '退款原因（顾客可见）',
  refundReasonNeeded: '请写明原因',
  refundTooMuch: '超过了还能退的金额',
  refundOk: (amount: string) => `退 ${amount}`,
  refundDone: '退款已提交，微信处理后会更新状态',
  refundsTitle: '退款',
  refundsLead: '每一笔退款走到了哪一步。退不回去的会停在这里，等人处理。',
  refundNo: '退款单号',
  reason: '原因',
  askedBy: '发起人',
  askedAt: '发起时间',
  doneAt: '到账时间',
  abnormal: '需要处理',
  abnormalTitle: (count: string) => `有 ${count} 笔退款需要人工处理`,
  abnormalText: '顾客原来的银行卡收不了款。请在微信商户平台「交易中心 → 退款查询」里处理，处理后这里会自动更新。',
  abnormalSee: '查看',
  refundsEmpty: '还没有退款',
  refundsEmptyHint: '取消礼品或在支付详情里退款后，会记在这里。',
  refundsExport: '退款记录',
  reconcile: '对账',
  reconcileLead: '每天上午微信出账单后自动核对前一天。差异不会自动修改，请逐条查清并写明处理结果。',
  paid30: '近 30 天收款',
  refunded30: '近 30 天退款',
  fee30: '近 30 天手续费',
  open: '待处理差异',
  byDay: '每日收退',
  differences: '账单差异',
  tabs: { open: '待处理', settled: '已处理' },
  billDay: '账单日',
  payments: '收款笔数',
  refundCount: '退款笔数',
  fee: '手续费',
  bill: '对账结果',
  notYet: '等待账单',
  same: '一致',
  differs: (count: number) => `${count} 条差异`,
  allSettled: '差异已处理',
  compare: '重新核对',
  compareFirst: '立即核对',
  compareHint: '微信更正账单后再核对一次；已发现的差异会保留',
  compareDone: (found: number) => (found > 0 ? `新发现 ${found} 条差异` : '没有新的差异'),
  subject: '类型',
  number: '单号',
  kind: '差异',
  billAmount: '微信账单',
  ourAmount: '我们的账',
  foundAt: '发现时间',
  note: '处理结果',
  settle: '处理',
  settleTitle: '处理这条差异',
  settleText: '写清楚查到了什么、怎么处理的。保存后不能修改，会记入审计。',
  settleNeeded: '请写明处理结果',
  settleOk: '标记为已处理',
  settleDone: '已处理',
  noDifferences: '没有待处理的差异',
  noDifferencesHint: '账单和我们的记录一致。',
  noSettled: '还没有处理过差异',
  differencesExport: '账单差异',
  daysExport: '每日收退',
} as const;
