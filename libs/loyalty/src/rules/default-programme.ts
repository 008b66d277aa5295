import type { RuleDraft } from './rule';
import type { Tier } from './tiers';

/** What a new brand starts with; from then on tiers and rules are its own data. */
export const DEFAULT_TIERS: readonly Tier[] = [
  {
    code: 'silver-leaf',
    name: '银叶',
    atPoints: 0,
    colour: '#8FA3A0',
    multiplierPercent: 100,
    benefits: ['消费得积分', '生日当天双倍积分'],
  },
  {
    code: 'gold-leaf',
    name: '金叶',
    atPoints: 2000,
    colour: '#C9A227',
    multiplierPercent: 150,
    benefits: ['1.5 倍积分', '生日当天双倍积分', '新品优先品鉴'],
  },
  {
    code: 'rock-tea',
    name: '岩茶',
    atPoints: 8000,
    colour: '#6B3A2A',
    multiplierPercent: 200,
    benefits: ['2 倍积分', '生日当天双倍积分', '新品优先品鉴', '活动优先报名'],
  },
];

const always = {
  condition: null,
  capPerDayPoints: null,
  validFrom: null,
  validUntil: null,
  stores: null,
  priority: 0,
} as const;

export const DEFAULT_RULES: readonly RuleDraft[] = [
  { ...always, name: '消费积分', trigger: 'purchase', kind: 'base-rate', params: { pointsPerYuan: 1 } },
  { ...always, name: '等级加倍', trigger: 'purchase', kind: 'tier-multiplier', params: {} },
  {
    ...always,
    name: '生日双倍',
    trigger: 'birthday',
    kind: 'birthday-multiplier',
    params: { multiplierPercent: 200 },
    capPerDayPoints: 500,
  },
  { ...always, name: '首次消费奖励', trigger: 'purchase', kind: 'first-purchase-bonus', params: { points: 50 } },
  {
    ...always,
    name: '入会礼',
    trigger: 'sign-up',
    kind: 'sign-up-bonus',
    params: { points: 20 },
    condition: { '==': [{ var: 'channel' }, 'mini-program'] },
  },
];
