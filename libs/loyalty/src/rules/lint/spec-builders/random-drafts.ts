import { type LineFilter, NO_CAPS, PLAIN_DRAFT, type RuleDraft, type RuleEffect } from '../../judging/rule';
import { randomCondition } from './random-conditions';
import { CATEGORIES, CHANNELS, type Pick, SKUS, STORES } from './random-facts';

const EFFECTS: readonly RuleEffect[] = [
  { kind: 'points-per-amount', points: 1, perFen: 100, wholeSteps: false, rounding: 'down' },
  { kind: 'points-per-amount', points: 2, perFen: 100, wholeSteps: false, rounding: 'down' },
  { kind: 'points-per-amount', points: 5, perFen: 1000, wholeSteps: true, rounding: 'down' },
  { kind: 'multiplier', percent: 150 },
  { kind: 'multiplier', percent: 200 },
  { kind: 'tier-multiplier', perTier: {} },
  { kind: 'points-per-line', points: 3, per: 'line' },
  { kind: 'points-per-line', points: 2, per: 'piece' },
  { kind: 'fixed-points', points: 10 },
  { kind: 'fixed-points', points: 20 },
  { kind: 'coupon', templateId: '7', count: 1 },
];
const FILTERS: readonly (LineFilter | null)[] = [
  null,
  null,
  { categories: [CATEGORIES[0]!], skus: [], except: false },
  { categories: [CATEGORIES[1]!], skus: [SKUS[1]!], except: false },
  { categories: [CATEGORIES[2]!], skus: [], except: true },
];
const PERIODS: readonly (readonly [string | null, string | null])[] = [
  [null, null],
  [null, null],
  ['2026-06-01T16:00:00Z', null],
  [null, '2027-01-31T16:00:00Z'],
  ['2026-06-19T16:00:00Z', '2026-06-21T16:00:00Z'],
];

/** Any rule for purchases, alone or in a group, for everybody or for few. */
export const randomDraft = (pick: Pick): RuleDraft => {
  const [validFrom, validUntil] = pick(PERIODS);
  return {
    ...PLAIN_DRAFT,
    name: '规则',
    trigger: 'purchase',
    effect: pick(EFFECTS),
    condition: pick([null, { and: [randomCondition(pick, 1)] }, { and: [randomCondition(pick, 2)] }]),
    lines: pick(FILTERS),
    stacking: pick([null, null, { group: 'a', mode: 'first' }, { group: 'b', mode: 'best' }]),
    exclusive: pick([false, false, false, true]),
    priority: pick([0, 0, 1, 2]),
    caps: pick([NO_CAPS, NO_CAPS, { ...NO_CAPS, perDay: 15 }]),
    validFrom,
    validUntil,
    stores: pick([null, null, STORES.slice(0, 2), STORES.slice(1)]),
    channels: pick([null, null, CHANNELS.slice(0, 1), CHANNELS.slice(0, 3)]),
  };
};
