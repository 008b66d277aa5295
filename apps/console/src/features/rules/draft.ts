import type { RuleDraft, RuleKind, RuleParams, RuleTrigger, RuleView } from '../../shared/api/types';
import { briefFen, formatPoints } from '../../shared/format/money';
import { showTime } from '../../shared/format/time';
import { t } from './strings';

export const triggerOf = (kind: RuleKind): RuleTrigger => (kind === 'sign-up-bonus' ? 'sign-up' : 'purchase');

const firstParams: Record<RuleKind, RuleParams> = {
  'base-rate': { pointsPerYuan: 1 },
  'category-multiplier': { multiplierPercent: 200, category: '' },
  'tier-multiplier': {},
  'birthday-multiplier': { multiplierPercent: 200 },
  'first-purchase-bonus': { points: 100 },
  'sign-up-bonus': { points: 50 },
};

const firstPriority: Record<RuleKind, number> = {
  'base-rate': 10,
  'category-multiplier': 20,
  'tier-multiplier': 30,
  'birthday-multiplier': 40,
  'first-purchase-bonus': 50,
  'sign-up-bonus': 60,
};

export const freshDraft = (kind: RuleKind): RuleDraft => ({
  name: '',
  trigger: triggerOf(kind),
  kind,
  params: firstParams[kind],
  condition: null,
  capPerDayPoints: null,
  validFrom: null,
  validUntil: null,
  stores: null,
  priority: firstPriority[kind],
});

export const draftOf = (rule: RuleView): RuleDraft => ({
  name: rule.name,
  trigger: rule.trigger,
  kind: rule.kind,
  params: rule.params,
  condition: rule.condition,
  capPerDayPoints: rule.capPerDayPoints,
  validFrom: rule.validFrom,
  validUntil: rule.validUntil,
  stores: rule.stores,
  priority: rule.priority,
});

/** Fields that were left empty are not part of the rule. */
export const withoutBlanks = (draft: RuleDraft): RuleDraft => {
  const perTier = Object.fromEntries(Object.entries(draft.params.perTier ?? {}).filter(([, percent]) => percent));
  const { perTier: _, ...params } = draft.params;
  return { ...draft, params: Object.keys(perTier).length > 0 ? { ...params, perTier } : params };
};

const say = t.say;
const figure = (points: number | undefined): string => (points === undefined ? say.unknown : formatPoints(points));
const times = (percent: number | undefined): string => (percent === undefined ? say.unknown : say.times(percent));

const effect = (draft: RuleDraft, tierName: (code: string) => string): string => {
  const { params } = draft;
  switch (draft.kind) {
    case 'base-rate':
      return say.base(figure(params.pointsPerYuan));
    case 'category-multiplier':
      return say.category(params.category || say.unknown, times(params.multiplierPercent));
    case 'tier-multiplier': {
      const parts = Object.entries(params.perTier ?? {}).filter(([, percent]) => percent);
      if (parts.length === 0) return say.tiersOwn;
      return say.tiers(parts.map(([code, percent]) => say.tierPart(tierName(code), times(percent))).join('、'));
    }
    case 'birthday-multiplier':
      return say.birthday(times(params.multiplierPercent));
    case 'first-purchase-bonus':
      return say.first(figure(params.points));
    case 'sign-up-bonus':
      return say.signUp(figure(params.points));
  }
};

/** What the draft says in words while it is being written. */
export const sentenceOf = (draft: RuleDraft, tierName: (code: string) => string): string => {
  const parts = [effect(draft, tierName)];
  if (draft.capPerDayPoints) parts.push(say.cap(formatPoints(draft.capPerDayPoints)));
  if (draft.stores?.length) parts.push(say.stores(draft.stores.length));
  if (draft.validFrom) parts.push(say.from(showTime(draft.validFrom)));
  if (draft.validUntil) parts.push(say.until(showTime(draft.validUntil)));
  return `${parts.join('，')}。`;
};

export const basketTotal = (lines: readonly { amountFen?: number | null }[]): string =>
  briefFen(lines.reduce((sum, line) => sum + (line.amountFen ?? 0), 0));
