import { type BadSpecimen, coupon, is, only, perYuan, points, rule, times } from '../specimen';

const expected = 'double-earning';

export const DOUBLE_EARNING: readonly BadSpecimen[] = [
  {
    expected,
    says: '每次与「消费积分」同时满足，两条都按金额给基础积分',
    draft: rule('小程序每元一分', perYuan(1), { channels: ['mini-program'] }),
  },
  {
    expected,
    says: '「消费积分」',
    draft: rule('茶饮每元两分', perYuan(2), { lines: only('茶饮') }),
  },
  {
    expected,
    says: '有时与「满 100 送 10」同时满足',
    draft: rule('周末满 50 送 5', points(5), {
      condition: { and: [is('amountFen', '>=', 5000), is('weekday', '>=', 6)] },
    }),
    others: [rule('满 100 送 10', points(10), { condition: is('amountFen', '>=', 10_000) })],
  },
  {
    expected,
    says: '有时与「糕点双倍」同时满足，两条都加倍积分',
    draft: rule('午市加倍', times(150), { condition: { '<=': [11, { var: 'hour' }, 13] } }),
    others: [rule('糕点双倍', times(200), { lines: only('糕点') })],
  },
  {
    expected,
    says: '每次与「生日送券」同时满足，两条都送同一种优惠券',
    draft: rule('金叶生日送券', coupon('31'), { trigger: 'birthday', condition: is('tier', '==', 'gold-leaf') }),
    others: [rule('生日送券', coupon('31'), { trigger: 'birthday' })],
  },
  {
    expected,
    says: '两条都按等级加倍积分',
    draft: rule(
      '岩茶三店加倍',
      { kind: 'tier-multiplier', perTier: { 'rock-tea': 250 } },
      { stores: ['11', '12', '13'] },
    ),
  },
];
