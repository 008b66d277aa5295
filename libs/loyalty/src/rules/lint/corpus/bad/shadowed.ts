import { and, type BadSpecimen, is, only, perYuan, points, rule, times } from '../specimen';

const expected = 'shadowed';
const first = { group: '会员日', mode: 'first' } as const;
const best = { group: '加倍取优', mode: 'best' } as const;

export const SHADOWED: readonly BadSpecimen[] = [
  {
    expected,
    says: '独享规则「周三会员日三倍」',
    draft: rule('周三下午茶双倍', times(200), {
      condition: and(is('weekday', '==', 3), is('hour', '>=', 14), is('hour', '<', 17)),
      caps: { perDay: 200 },
    }),
    others: [
      rule('周三会员日三倍', times(300), { condition: is('weekday', '==', 3), exclusive: true, caps: { perDay: 300 } }),
    ],
  },
  {
    expected,
    says: '「会员日」组只取优先级最高的一条，「8 号双倍」（优先级 10）在前',
    draft: rule('8 号满百再送', times(150), {
      condition: and(is('dayOfMonth', '==', 8), is('amountFen', '>=', 10_000)),
      stacking: first,
    }),
    others: [rule('8 号双倍', times(200), { condition: is('dayOfMonth', '==', 8), stacking: first, priority: 10 })],
  },
  {
    expected,
    says: '「加倍取优」组取最优的一条，「金叶岩茶双倍」（优先级 5）在前',
    draft: rule('金叶一点五倍', times(150), { condition: is('tier', '==', 'gold-leaf'), stacking: best }),
    others: [
      rule('金叶岩茶双倍', times(200), {
        condition: is('tier', 'in', ['gold-leaf', 'rock-tea']),
        stacking: best,
        priority: 5,
      }),
    ],
  },
  {
    expected,
    says: '「满额礼」组只取优先级最高的一条',
    draft: rule('满 100 送 15', points(15), {
      condition: is('amountFen', '>=', 10_000),
      stacking: { group: '满额礼', mode: 'first' },
    }),
    // Written the wrong way round: the lower step comes first and takes every larger purchase.
    others: [
      rule('满 50 送 5', points(5), {
        condition: is('amountFen', '>=', 5000),
        stacking: { group: '满额礼', mode: 'first' },
        priority: 1,
      }),
    ],
  },
  {
    expected,
    says: '「糕点积分」组取最优的一条',
    draft: rule(
      '桂花糕多得',
      { kind: 'points-per-line', points: 1, per: 'piece' },
      {
        lines: only('糕点'),
        stores: ['11'],
        stacking: { group: '糕点积分', mode: 'best' },
      },
    ),
    others: [
      rule(
        '糕点每件两分',
        { kind: 'points-per-line', points: 2, per: 'piece' },
        {
          lines: only('糕点', '茶点'),
          stacking: { group: '糕点积分', mode: 'best' },
        },
      ),
    ],
  },
  {
    expected,
    says: '独享规则「小程序独享」',
    draft: rule('小程序午市', points(10), {
      condition: and(is('amountFen', '>=', 3000), is('hour', '>=', 11), is('hour', '<', 13)),
      channels: ['mini-program'],
    }),
    others: [rule('小程序独享', times(150), { channels: ['mini-program', 'e-commerce'], exclusive: true })],
  },
  {
    expected,
    says: '「积分率」组只取优先级最高的一条',
    draft: rule('电商每元一分', perYuan(1), { channels: ['e-commerce'], stacking: { group: '积分率', mode: 'first' } }),
    others: [
      rule('线上每元两分', perYuan(2), {
        channels: ['e-commerce', 'mini-program'],
        stacking: { group: '积分率', mode: 'first' },
        priority: 3,
      }),
    ],
  },
];
