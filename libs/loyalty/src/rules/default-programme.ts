import { PLAIN_DRAFT, type RuleDraft } from './judging/rule';
import { NO_BENEFITS, type Tier } from './tiers/tiers';

/** What a new brand starts with; from then on tiers and rules are its own data. */
export const DEFAULT_TIERS: readonly Tier[] = [
  {
    code: 'silver-leaf',
    name: '银叶',
    colour: '#8FA3A0',
    enterAt: 0,
    keepAt: 0,
    leaveAt: 0,
    multiplierPercent: 100,
    benefits: { ...NO_BENEFITS, texts: ['消费得积分', '生日当天双倍积分'] },
  },
  {
    code: 'gold-leaf',
    name: '金叶',
    colour: '#C9A227',
    enterAt: 2000,
    keepAt: 1500,
    leaveAt: 500,
    multiplierPercent: 150,
    benefits: { ...NO_BENEFITS, birthdayGift: { points: 100 }, texts: ['生日当天双倍积分', '新品优先品鉴'] },
  },
  {
    code: 'rock-tea',
    name: '岩茶',
    colour: '#6B3A2A',
    enterAt: 8000,
    keepAt: 6000,
    leaveAt: 2000,
    multiplierPercent: 200,
    benefits: {
      ...NO_BENEFITS,
      birthdayGift: { points: 300 },
      prioritySeats: true,
      texts: ['生日当天双倍积分', '新品优先品鉴'],
    },
  },
];

export const DEFAULT_RULES: readonly RuleDraft[] = [
  {
    ...PLAIN_DRAFT,
    name: '消费积分',
    trigger: 'purchase',
    effect: { kind: 'points-per-amount', points: 1, perFen: 100, wholeSteps: false, rounding: 'down' },
  },
  { ...PLAIN_DRAFT, name: '等级加倍', trigger: 'purchase', effect: { kind: 'tier-multiplier', perTier: {} } },
  {
    ...PLAIN_DRAFT,
    name: '生日双倍',
    trigger: 'purchase',
    condition: { '==': [{ var: 'isBirthday' }, true] },
    effect: { kind: 'multiplier', percent: 200 },
    caps: { ...PLAIN_DRAFT.caps, perDay: 500 },
  },
  {
    ...PLAIN_DRAFT,
    name: '首次消费奖励',
    trigger: 'purchase',
    condition: { '==': [{ var: 'ordinal' }, 1] },
    effect: { kind: 'fixed-points', points: 50 },
  },
  {
    ...PLAIN_DRAFT,
    name: '入会礼',
    trigger: 'sign-up',
    condition: { '==': [{ var: 'channel' }, 'mini-program'] },
    effect: { kind: 'fixed-points', points: 20 },
  },
];
