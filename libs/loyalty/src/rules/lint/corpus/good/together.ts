import { and, coupon, during, is, only, perYuan, points, rule, type Specimen, times } from '../specimen';

/** Rules that meet others, and say how. */
export const TOGETHER: readonly Specimen[] = [
  {
    draft: rule('满 100 送 15', points(15), {
      condition: is('amountFen', '>=', 10_000),
      stacking: { group: '满额礼', mode: 'first' },
      priority: 2,
    }),
    others: [
      rule('满 50 送 5', points(5), {
        condition: is('amountFen', '>=', 5000),
        stacking: { group: '满额礼', mode: 'first' },
        priority: 1,
      }),
    ],
  },
  {
    draft: rule('周三双倍', times(200), {
      condition: is('weekday', '==', 3),
      stacking: { group: '加倍', mode: 'best' },
      caps: { perDay: 300 },
    }),
    others: [rule('糕点加倍', times(150), { lines: only('糕点'), stacking: { group: '加倍', mode: 'best' } })],
  },
  {
    draft: rule('新品每元加一分', perYuan(1), {
      lines: only('新品'),
      ...during('2026-07-01', '2026-07-31'),
      stacking: { group: '基础积分', mode: 'all' },
      budget: 100_000,
    }),
    basics: [rule('消费积分', perYuan(1), { stacking: { group: '基础积分', mode: 'all' } })],
  },
  {
    draft: rule('会员日独享', times(200), {
      condition: is('dayOfMonth', '==', 18),
      exclusive: true,
      priority: 50,
      caps: { perDay: 500 },
    }),
    others: [rule('午后加倍', times(150), { condition: is('hour', '>=', 13) })],
  },
  {
    // Two that are exclusive and never meet.
    draft: rule('周二独享', times(150), { condition: is('weekday', '==', 2), exclusive: true }),
    others: [rule('周四独享', times(150), { condition: is('weekday', '==', 4), exclusive: true })],
  },
  {
    draft: rule('二店每元一分', perYuan(1), { stores: ['12'] }),
    basics: [rule('一店每元一分', perYuan(1), { stores: ['11', '13', '21'] })],
  },
  {
    draft: rule('糕点每件两分', { kind: 'points-per-line', points: 2, per: 'piece' }, { lines: only('糕点') }),
    others: [rule('茶饮每杯一分', { kind: 'points-per-line', points: 1, per: 'piece' }, { lines: only('茶饮') })],
  },
  {
    draft: rule('晚市满额', points(6), { condition: and(is('hour', '>=', 19), is('amountFen', '>=', 6000)) }),
    others: [rule('早市满额', points(6), { condition: and(is('hour', '<', 10), is('amountFen', '>=', 6000)) })],
  },
  {
    draft: rule('复购送券', coupon('52'), { condition: and(is('ordinal', '==', 2), is('amountFen', '>=', 1000)) }),
    others: [rule('首单送券', coupon('51'), { condition: is('ordinal', '==', 1) })],
  },
  {
    draft: rule('八月礼盒', times(150), { ...during('2026-08-01', '2026-08-31'), lines: only('礼盒'), budget: 50_000 }),
    others: [
      rule('七月礼盒', times(200), { ...during('2026-07-01', '2026-07-31'), lines: only('礼盒'), budget: 50_000 }),
    ],
  },
];
