import type { RuleDraft, RuleEffect, RuleTrigger } from '../../shared/api/types';

/** The draft while it is being written: figures may be missing. */
type Loose<T> = T extends number ? T | null : T extends object ? { [K in keyof T]: Loose<T[K]> } : T;
export type LooseEffect = Loose<RuleEffect>;
export type Draft = Omit<RuleDraft, 'effect'> & { effect: LooseEffect };
export type EffectKind = RuleEffect['kind'];

const FRESH: { [K in EffectKind]: Extract<LooseEffect, { kind: K }> } = {
  'points-per-amount': { kind: 'points-per-amount', points: 1, perFen: 100, wholeSteps: false, rounding: 'down' },
  multiplier: { kind: 'multiplier', percent: 200 },
  'tier-multiplier': { kind: 'tier-multiplier', perTier: {} },
  'points-per-line': { kind: 'points-per-line', points: 5, per: 'piece' },
  'fixed-points': { kind: 'fixed-points', points: 20 },
  'tier-points': { kind: 'tier-points', points: 10, perFen: null },
  coupon: { kind: 'coupon', templateId: '', count: 1 },
  tag: { kind: 'tag', tagCode: '' },
  message: { kind: 'message', title: '', text: '' },
};

export const freshEffect = (kind: EffectKind): LooseEffect => FRESH[kind];

const ONLY_PURCHASES: readonly EffectKind[] = ['multiplier', 'tier-multiplier', 'points-per-line'];
const WITH_AMOUNT: readonly RuleTrigger[] = ['purchase', 'referral-purchased', 'custom'];

/** What an event of this kind can bring. */
export const effectsFor = (trigger: RuleTrigger): EffectKind[] =>
  (Object.keys(FRESH) as EffectKind[]).filter(
    (kind) =>
      (trigger === 'purchase' || !ONLY_PURCHASES.includes(kind)) &&
      (WITH_AMOUNT.includes(trigger) || kind !== 'points-per-amount'),
  );

export const givesPoints = (kind: EffectKind): boolean => !['coupon', 'tag', 'message', 'tier-points'].includes(kind);

export const freshDraft = (): Draft => ({
  name: '',
  trigger: 'purchase',
  customEvent: null,
  schedule: null,
  condition: null,
  lines: null,
  effect: freshEffect('points-per-amount'),
  lot: null,
  stacking: null,
  exclusive: false,
  priority: 0,
  caps: { perPurchase: null, perDay: null, perWeek: null, perMonth: null, perValidity: null },
  budget: null,
  validFrom: null,
  validUntil: null,
  stores: null,
  channels: null,
});

/** What follows when the trigger changes: parts that the new event cannot have are left out. */
export const withTrigger = (draft: Draft, trigger: RuleTrigger): Draft => ({
  ...draft,
  trigger,
  customEvent: trigger === 'custom' ? (draft.customEvent ?? '') : null,
  schedule: trigger === 'schedule' ? (draft.schedule ?? { rrule: 'FREQ=MONTHLY;BYMONTHDAY=8', hour: 10 }) : null,
  lines: trigger === 'purchase' ? draft.lines : null,
  effect: effectsFor(trigger).includes(draft.effect.kind) ? draft.effect : freshEffect('fixed-points'),
});

/** What follows when the effect changes. */
export const withEffect = (draft: Draft, effect: LooseEffect): Draft => ({
  ...draft,
  effect,
  budget: givesPoints(effect.kind) ? draft.budget : null,
  lot: givesPoints(effect.kind) ? draft.lot : null,
});

/** What an effect cannot do without. */
const neededOf = (effect: LooseEffect): unknown[] => {
  if (effect.kind === 'tier-points') return [effect.points];
  return effect.kind === 'tier-multiplier' ? [] : Object.values(effect);
};

const isMissing = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

/** The draft as the server takes it; null while something is missing. */
export const finished = (draft: Draft): RuleDraft | null => {
  const { effect } = draft;
  if (neededOf(effect).some(isMissing) || (draft.stacking && isMissing(draft.stacking.group))) return null;
  if (effect.kind !== 'tier-multiplier') return draft as RuleDraft;
  const perTier = Object.fromEntries(Object.entries(effect.perTier).filter(([, percent]) => percent !== null));
  return { ...draft, effect: { ...effect, perTier } } as RuleDraft;
};

export const draftOf = (draft: RuleDraft): Draft => draft as Draft;
