import { DEFAULT_RULES, PLAIN_DRAFT, type RuleDraft } from '@fanloop/loyalty';

const rule = (name: string, change: Partial<RuleDraft> & Pick<RuleDraft, 'effect' | 'trigger'>): RuleDraft => ({
  ...PLAIN_DRAFT,
  name,
  ...change,
});

/** Of two days that both multiply, a shopper gets the better one. */
const doubleDays = { group: '翻倍日', mode: 'best' } as const;
const fact = (name: string) => ({ var: name });

/** The tea shop's own programme: what every brand starts with, and what a year of running it has added. */
export const sampleRules: readonly RuleDraft[] = [
  ...DEFAULT_RULES.map((draft) => (draft.name === '生日双倍' ? { ...draft, stacking: doubleDays } : draft)),
  rule('会员日双倍', {
    trigger: 'purchase',
    condition: { '==': [fact('dayOfMonth'), 8] },
    effect: { kind: 'multiplier', percent: 200 },
    stacking: doubleDays,
    caps: { ...PLAIN_DRAFT.caps, perDay: 300 },
  }),
  rule('满 60 元加赠', {
    trigger: 'purchase',
    condition: { '>=': [fact('amountFen'), 6000] },
    effect: { kind: 'fixed-points', points: 10 },
    caps: { ...PLAIN_DRAFT.caps, perDay: 20 },
  }),
  rule('茶礼多得', {
    trigger: 'purchase',
    lines: { categories: ['茶礼'], skus: [], except: false },
    effect: { kind: 'points-per-line', points: 30, per: 'piece' },
    lot: { activateAfterDays: 7, activateOn: null, expireAfterDays: null },
    caps: { ...PLAIN_DRAFT.caps, perMonth: 300 },
    budget: { unit: 'fen', total: 5_000_000, perStore: 600_000 },
  }),
  rule('每日签到', {
    trigger: 'check-in',
    effect: { kind: 'fixed-points', points: 2 },
    caps: { ...PLAIN_DRAFT.caps, perDay: 2 },
  }),
  rule('连签 7 天', {
    trigger: 'check-in',
    condition: { '==': [{ '%': [fact('event.streak'), 7] }, 0] },
    effect: { kind: 'fixed-points', points: 10 },
    caps: { ...PLAIN_DRAFT.caps, perWeek: 10 },
  }),
  rule('评论有礼', {
    trigger: 'content-commented',
    effect: { kind: 'fixed-points', points: 3 },
    caps: { ...PLAIN_DRAFT.caps, perDay: 6, perMonth: 60 },
  }),
  rule('好友首单', {
    trigger: 'referral-purchased',
    condition: { '==': [fact('event.friendOrdinal'), 1] },
    effect: { kind: 'fixed-points', points: 100 },
    caps: { ...PLAIN_DRAFT.caps, perMonth: 500 },
  }),
];
