import type { PayOutcome } from './outcome';

export const payText = {
  outcomes: {
    paid: '支付成功',
    confirming: '正在向微信确认付款，请稍等',
    cancelled: '您没有付款，可以继续支付',
    failed: '支付没有完成，可以再试一次',
    closed: '支付时间已过，请重新下单',
    returned: '订单已关闭，付款会原路退回',
  } satisfies Record<PayOutcome, string>,
  pay: (amount: string) => `支付 ${amount}`,
  goOn: (amount: string) => `继续支付 ${amount}`,
  left: (clock: string) => `请在 ${clock} 内完成支付`,
  over: '支付时间已过',
};
