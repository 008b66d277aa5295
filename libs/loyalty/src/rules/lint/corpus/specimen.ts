import { DEFAULT_RULES, DEFAULT_TIERS } from '../../default-programme';
import {
  type Budget,
  type Caps,
  type JsonLogic,
  NO_CAPS,
  PLAIN_DRAFT,
  type RuleDraft,
  type RuleEffect,
} from '../../judging/rule';
import type { LintInput, LintRule } from '../model/lint-input';
import type { WarningCode } from '../model/warning';

/** A rule as a tea shop's manager might write it, among the others that are active. */
export interface Specimen {
  readonly draft: RuleDraft;
  /** Beside the basic points and the multiplier by tier that every brand has. */
  readonly others?: readonly RuleDraft[];
  /** Instead of those two. */
  readonly basics?: readonly RuleDraft[];
  readonly change?: Partial<LintInput>;
}

export interface BadSpecimen extends Specimen {
  readonly expected: WarningCode;
  /** What the message must name: the reason, not only the kind. */
  readonly says: string;
}

type Change = Partial<Omit<RuleDraft, 'name' | 'effect' | 'caps' | 'budget'>> & {
  readonly caps?: Partial<Caps>;
  readonly budget?: number | Budget;
};

/** A rule for purchases unless `trigger` says otherwise; a budget that is a number is one in points. */
export const rule = (name: string, effect: RuleEffect, { caps, budget, ...change }: Change = {}): RuleDraft => ({
  ...PLAIN_DRAFT,
  trigger: 'purchase',
  ...change,
  name,
  effect,
  caps: { ...NO_CAPS, ...caps },
  budget: typeof budget === 'number' ? { unit: 'points', total: budget, perStore: null } : (budget ?? null),
});

export const points = (amount: number): RuleEffect => ({ kind: 'fixed-points', points: amount });
export const times = (percent: number): RuleEffect => ({ kind: 'multiplier', percent });
export const perYuan = (amount: number): RuleEffect => ({
  kind: 'points-per-amount',
  points: amount,
  perFen: 100,
  wholeSteps: false,
  rounding: 'down',
});
export const coupon = (templateId: string, count = 1): RuleEffect => ({ kind: 'coupon', templateId, count });

/** A fact compared with a value: `is('hour', '>=', 18)`. */
export const is = (fact: string, comparison: string, value: unknown): JsonLogic => ({
  [comparison]: [{ var: fact }, value],
});
export const has = (fact: string, member: string): JsonLogic => ({ in: [member, { var: fact }] });
export const and = (...parts: readonly JsonLogic[]): JsonLogic => ({ and: parts });
export const or = (...parts: readonly JsonLogic[]): JsonLogic => ({ or: parts });
export const not = (part: JsonLogic): JsonLogic => ({ '!': [part] });

export const only = (...categories: readonly string[]) => ({ categories, skus: [], except: false });
export const allBut = (...categories: readonly string[]) => ({ categories, skus: [], except: true });

/** From the morning of the first day to the end of the last, in China. */
export const during = (first: string, last: string): Pick<RuleDraft, 'validFrom' | 'validUntil'> => ({
  validFrom: `${first}T00:00:00+08:00`,
  validUntil: new Date(Date.parse(`${last}T00:00:00+08:00`) + 86_400_000).toISOString(),
});

/** The rule under edit, with the highest id. */
export const FOCUS = '90';

export const inputOf = ({ draft, others = [], basics = DEFAULT_RULES.slice(0, 2), change }: Specimen): LintInput => {
  const active = [...basics, ...others].map(
    (one, i): LintRule => ({ ruleId: String(i + 1), version: 1, status: 'active', draft: one }),
  );
  return {
    rules: [...active, { ruleId: FOCUS, version: 1, status: 'draft', draft }],
    tiers: DEFAULT_TIERS,
    settings: { fenPer100Points: 100 },
    today: '2026-06-15',
    knownTags: ['老饕', '新客', '沉睡', '茶友会'],
    knownStores: ['11', '12', '13', '21'],
    ...change,
  };
};
