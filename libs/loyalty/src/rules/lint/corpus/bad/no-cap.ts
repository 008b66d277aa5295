import { type BadSpecimen, coupon, is, only, points, rule, times } from '../specimen';

const expected = 'no-cap';

export const NO_CAP: readonly BadSpecimen[] = [
  {
    expected,
    says: '每次「点赞内容」都奖励 1 分',
    draft: rule('点赞有礼', points(1), { trigger: 'content-liked' }),
  },
  {
    expected,
    says: '每次「评论内容」都奖励 5 分',
    draft: rule('评论有礼', points(5), { trigger: 'content-commented', condition: is('tier', '!=', null) }),
  },
  {
    expected,
    says: '每次「分享内容」都奖励 3 分',
    // The cap of a single award does not keep anybody from sharing a thousand times.
    draft: rule('分享有礼', points(3), { trigger: 'content-shared', caps: { perPurchase: 3 } }),
  },
  { expected, says: '每日签到', draft: rule('签到有礼', points(2), { trigger: 'check-in' }) },
  {
    expected,
    says: '自定义事件',
    draft: rule('扫码品茶', points(10), { trigger: 'custom', customEvent: 'tea.tasted' }),
  },
  {
    expected,
    says: '积分最高 ×5，却没有任何上限',
    draft: rule('新品五倍', times(500), { lines: only('新品'), budget: 200_000 }),
  },
  {
    expected,
    says: '每笔消费都送 1 张优惠券',
    draft: rule('进店有礼', coupon('12'), { channels: ['store'] }),
  },
  {
    expected,
    says: '拆成许多小单就能反复得到',
    // Five cents paid for fifty points' worth of fifty cents.
    draft: rule('小程序下单奖', points(50), { channels: ['mini-program'], condition: is('amountFen', '>=', 5) }),
  },
];
