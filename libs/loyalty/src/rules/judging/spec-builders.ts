import { DEFAULT_TIERS } from './default-programme';
import type { Facts } from './facts';
import type { Condition, JudgingRule } from './rule';

/** Builders for the specs of this folder. */
export const TIERS = DEFAULT_TIERS;

export const fact = (change: Partial<Facts> = {}): Facts => {
  const amountFen = change.amountFen ?? 3800;
  return {
    trigger: 'purchase',
    channel: 'store',
    storeId: '11',
    amountFen,
    quantity: 1,
    lines: [{ sku: 'tea-1', category: '茶饮', quantity: 1, amountFen }],
    categories: ['茶饮'],
    day: '2026-06-15',
    monthDay: '06-15',
    weekday: 1,
    hour: 12,
    ordinal: 2,
    tier: null,
    isBirthday: false,
    ...change,
  };
};

export const rule = (change: Partial<JudgingRule> & Pick<JudgingRule, 'ruleId' | 'kind'>): JudgingRule => ({
  version: 1,
  name: change.kind,
  params: {},
  capPerDayPoints: null,
  priority: 0,
  valid: { from: null, until: null },
  stores: null,
  condition: null,
  ...change,
});

export const compileForSpec = (holds: (facts: Facts) => boolean, names: readonly (keyof Facts)[]): Condition => ({
  holds: (facts) => holds(facts as Facts),
  values: (facts) => Object.fromEntries(names.map((name) => [name, (facts as Facts)[name]])),
});
