import { and, type BadSpecimen, is, only, perYuan, points, rule, times } from '../specimen';

const expected = 'worst-cost';

export const WORST_COST: readonly BadSpecimen[] = [
  {
    expected,
    // ×2 as 岩茶, then ×10, and the bonus: (100 × 2 × 10 + 100) points on ¥100.
    says: '岩茶会员一笔 ¥100.00 的消费可得 2,100 分，成本 ¥21.00',
    draft: rule('店庆十倍', times(1000), { caps: { perDay: 5000 }, budget: 1_000_000 }),
    others: [rule('满百送百', points(100), { condition: is('amountFen', '>=', 10_000) })],
  },
  {
    expected,
    says: '「新品每元十五分」1,500 分',
    draft: rule('新品每元十五分', perYuan(15), {
      lines: only('新品'),
      budget: 500_000,
      stacking: { group: '基础', mode: 'all' },
    }),
  },
  {
    expected,
    says: '折合每 ¥100 成本 ¥27.00',
    draft: rule('大额回馈', points(5000), {
      condition: and(is('amountFen', '>=', 20_000), is('history.purchases.d365', '>=', 10)),
      caps: { perMonth: 5000 },
      budget: 500_000,
    }),
  },
  {
    expected,
    says: '超过每 ¥100 ¥3.00 的限度',
    draft: rule('生日双倍', times(200), { condition: is('isBirthday', '==', true), caps: { perDay: 500 } }),
    change: { settings: { fenPer100Points: 100, mostCostPer100Fen: 300 } },
  },
];
