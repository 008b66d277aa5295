import { and, type BadSpecimen, during, has, is, not, only, points, rule, times } from '../specimen';

const expected = 'contradictory';

export const CONTRADICTORY: readonly BadSpecimen[] = [
  {
    expected,
    says: '叠加组「周末」的方式互相矛盾：本规则是取最优，「周末双倍」是取优先级最高',
    draft: rule('周日糕点日', times(150), {
      condition: is('weekday', '==', 7),
      lines: only('糕点'),
      stacking: { group: '周末', mode: 'best' },
    }),
    others: [
      rule('周末双倍', times(200), {
        condition: is('weekday', 'in', [6, 7]),
        stores: ['12'],
        stacking: { group: '周末', mode: 'first' },
      }),
    ],
  },
  {
    expected,
    says: '都是独享规则，总是同时满足：只有「生日双倍」会执行',
    draft: rule('寿星礼', points(50), {
      condition: is('isBirthday', '==', true),
      exclusive: true,
      caps: { perDay: 50 },
    }),
    others: [
      rule('生日双倍', times(200), {
        condition: is('isBirthday', '===', true),
        exclusive: true,
        priority: 9,
        caps: { perDay: 500 },
      }),
    ],
  },
  {
    expected,
    says: '每日上限 500 高于每月上限 300，永远达不到',
    draft: rule('下午茶双倍', times(200), { condition: is('hour', '>=', 14), caps: { perDay: 500, perMonth: 300 } }),
  },
  {
    expected,
    says: '每笔上限 200 高于每日上限 100',
    draft: rule('店庆双倍', times(200), {
      ...during('2026-06-18', '2026-06-20'),
      caps: { perPurchase: 200, perDay: 100 },
      budget: 100_000,
    }),
  },
  {
    expected,
    says: '总预算 300 分连一次奖励（500 分）都不够',
    draft: rule('满 500 送 500', points(500), {
      condition: is('amountFen', '>=', 50_000),
      ...during('2026-06-18', '2026-06-30'),
      budget: 300,
    }),
  },
  {
    expected,
    says: '一次奖励 50 分，每日上限却只有 20 分，每次都给不全',
    draft: rule('每日评论奖', points(50), { trigger: 'content-commented', caps: { perDay: 20 } }),
  },
  {
    expected,
    says: '条件要求不含「糕点」，适用商品却正是「糕点」',
    draft: rule('只喝茶双倍', times(200), { condition: not(has('categories', '糕点')), lines: only('糕点') }),
  },
  {
    expected,
    says: '条件要求没有适用商品',
    draft: rule('茶饮加倍', times(150), {
      condition: and(is('eligible.lines', '<', 1), is('amountFen', '>=', 3000)),
      lines: only('茶饮'),
    }),
  },
  {
    expected,
    says: '每店预算 ¥800 高于总预算 ¥500',
    draft: rule('开业季双倍', times(200), {
      ...during('2026-06-18', '2026-07-18'),
      budget: { unit: 'fen', total: 50_000, perStore: 80_000 },
    }),
  },
  {
    expected,
    says: '每周上限是 0，什么也不会给',
    draft: rule('签到礼', points(2), { trigger: 'check-in', caps: { perWeek: 0 } }),
  },
];
