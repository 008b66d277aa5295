import { type BadSpecimen, during, is, only, points, rule, times } from '../specimen';

const expected = 'no-budget';

export const NO_BUDGET: readonly BadSpecimen[] = [
  {
    expected,
    says: '活动到 2026-07-31 为止，却没有预算',
    draft: rule('盛夏双倍', times(200), { ...during('2026-07-01', '2026-07-31'), caps: { perDay: 200 } }),
  },
  {
    expected,
    says: '活动到 2026-06-30 为止',
    draft: rule('端午满额礼', points(30), {
      condition: is('amountFen', '>=', 8800),
      ...during('2026-06-16', '2026-06-30'),
    }),
  },
  {
    expected,
    says: '每 ¥100 消费最多增加成本 ¥5.00',
    draft: rule('新品六倍', times(600), { lines: only('新品'), caps: { perDay: 600 } }),
  },
  {
    expected,
    says: '一次奖励 2,000 分（成本 ¥20.00），却没有预算',
    draft: rule('问卷大奖', points(2000), { trigger: 'survey-answered', caps: { perMonth: 2000 } }),
  },
  {
    expected,
    says: '每 ¥100 消费最多增加成本 ¥8.00',
    draft: rule('满百送八百', points(800), { condition: is('amountFen', '>=', 10_000), caps: { perMonth: 800 } }),
  },
];
