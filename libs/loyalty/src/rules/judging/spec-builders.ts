import { DEFAULT_TIERS } from '../default-programme';
import { type Facts, NO_HISTORY } from './facts';
import { type Condition, type JudgingRule, PLAIN_DRAFT, type RuleDraft, type RuleEffect } from './rule';

/** Builders for the specs of this folder. */
export const TIERS = DEFAULT_TIERS;

export const fact = (change: Partial<Facts> = {}): Facts => {
  const amountFen = change.amountFen ?? 3800;
  const lines = change.lines ?? [{ sku: 'tea-1', category: '茶饮', quantity: 1, amountFen }];
  return {
    trigger: 'purchase',
    eventName: null,
    channel: 'store',
    storeId: '11',
    amountFen,
    quantity: 1,
    lines,
    categories: ['茶饮'],
    eligible: { amountFen, quantity: 1, lines: lines.length },
    day: '2026-06-15',
    monthDay: '06-15',
    month: 6,
    dayOfMonth: 15,
    weekday: 1,
    hour: 12,
    isHoliday: false,
    holiday: null,
    isWorkday: true,
    lunarMonthDay: '05-01',
    ordinal: 2,
    tier: null,
    tierName: null,
    tierPercent: 100,
    tags: [],
    daysAsMember: 100,
    isBirthday: false,
    isBirthdayMonth: false,
    history: NO_HISTORY,
    event: {},
    ...change,
  };
};

export const PER_YUAN: RuleEffect = {
  kind: 'points-per-amount',
  points: 1,
  perFen: 100,
  wholeSteps: false,
  rounding: 'down',
};

export const draft = (effect: RuleEffect, change: Partial<RuleDraft> = {}): RuleDraft => ({
  ...PLAIN_DRAFT,
  name: effect.kind,
  trigger: 'purchase',
  effect,
  ...change,
});

export const rule = (
  ruleId: string,
  of: RuleDraft,
  change: Partial<Pick<JudgingRule, 'condition' | 'valid' | 'stores' | 'channels' | 'readsEligible'>> = {},
): JudgingRule => ({
  ruleId,
  version: 1,
  key: `${ruleId}.1`,
  draft: of,
  valid: { from: null, until: null },
  stores: null,
  channels: null,
  condition: null,
  readsEligible: false,
  ...change,
});

export const compileForSpec = (holds: (facts: Facts) => boolean, names: readonly (keyof Facts)[] = []): Condition => ({
  holds: (facts) => holds(facts as Facts),
  values: (facts) => Object.fromEntries(names.map((name) => [name, (facts as Facts)[name]])),
});
