import { DEFAULT_TIERS } from '../../../default-programme';
import { and, type BadSpecimen, is, perYuan, points, rule, times } from '../specimen';

const expected = 'unreachable-tier';
const black = { code: 'black-tea', name: '黑金', enterAt: 3_000_000, multiplierPercent: 250 };

export const UNREACHABLE_TIER: readonly BadSpecimen[] = [
  {
    expected,
    says: '等级「diamond」不存在（现有：银叶、金叶、岩茶）',
    draft: rule('钻石会员双倍', times(200), { condition: is('tier', '==', 'diamond') }),
  },
  {
    expected,
    says: '等级「gold」不存在',
    draft: rule(
      '金银叶加成',
      { kind: 'tier-multiplier', perTier: { gold: 150, 'rock-tea': 200 } },
      {
        stores: ['11'],
        stacking: { group: '等级', mode: 'all' },
      },
    ),
  },
  {
    expected,
    says: '等级「黑金」需要 3,000,000 分，现有规则在一个考核期内最多给 2,000,000 分',
    draft: rule('黑金下午茶', points(10), {
      condition: and(is('tier', '==', 'black-tea'), is('amountFen', '>=', 3000)),
    }),
    change: { tiers: [...DEFAULT_TIERS, black] },
  },
  {
    expected,
    says: '等级「岩茶」需要 8,000 分，现有规则在一个考核期内最多给 1,300 分',
    draft: rule('岩茶专享', times(120), { condition: is('tier', '==', 'rock-tea') }),
    // Basic points are capped so low that the highest tier is out of reach.
    basics: [rule('消费积分', perYuan(1), { caps: { perMonth: 100 } })],
  },
];
