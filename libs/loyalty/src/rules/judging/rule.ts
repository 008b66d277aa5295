import type { Period, Points, StoreId } from '@fanloop/kernel';
import type { Leaf } from './condition-leaf';

/** What a rule waits for. */
export const TRIGGERS = [
  'purchase',
  'refund',
  'sign-up',
  'profile-completed',
  'birthday',
  'check-in',
  'coupon-redeemed',
  'activity-joined',
  'activity-attended',
  'content-read',
  'content-liked',
  'content-commented',
  'content-shared',
  'referral-purchased',
  'survey-answered',
  'tier-entered',
  'tag-entered',
  'custom',
  'schedule',
] as const;
export type RuleTrigger = (typeof TRIGGERS)[number];

/** How a division that leaves a rest becomes whole points. It happens once per rule, never per line. */
export type Rounding = 'down' | 'nearest' | 'up';

/** What a rule gives. Percentages are whole: 150 = ×1.5. */
export type RuleEffect =
  /** `points` for every `perFen` of the eligible lines. `wholeSteps`: only full steps count (每满 ¥10 得 1 分). */
  | {
      readonly kind: 'points-per-amount';
      readonly points: Points;
      readonly perFen: number;
      readonly wholeSteps: boolean;
      readonly rounding: Rounding;
    }
  /** Multiplies the points so far of the eligible lines. */
  | { readonly kind: 'multiplier'; readonly percent: number }
  /** Multiplies all points so far by the member's tier: by its own benefit, or as `perTier` says by tier code. */
  | { readonly kind: 'tier-multiplier'; readonly perTier: Readonly<Record<string, number>> }
  /** For each eligible line, or for each piece of the eligible lines. */
  | { readonly kind: 'points-per-line'; readonly points: Points; readonly per: 'line' | 'piece' }
  | { readonly kind: 'fixed-points'; readonly points: Points }
  /** Count for the tier only. With `perFen`: `points` for every `perFen` of the eligible lines, rounded down. */
  | { readonly kind: 'tier-points'; readonly points: Points; readonly perFen: number | null }
  | { readonly kind: 'coupon'; readonly templateId: string; readonly count: number }
  | { readonly kind: 'tag'; readonly tagCode: string }
  | { readonly kind: 'message'; readonly title: string; readonly text: string };
export type EffectKind = RuleEffect['kind'];

/** Which lines of a basket a rule looks at. `except`: all but these. Null in a draft: all lines. */
export interface LineFilter {
  readonly categories: readonly string[];
  readonly skus: readonly string[];
  readonly except: boolean;
}

/** How much a rule may give to one member: points, or times for effects that give no points. Null: no cap. */
export interface Caps {
  readonly perPurchase: number | null;
  readonly perDay: number | null;
  /** ISO week, Monday first. */
  readonly perWeek: number | null;
  readonly perMonth: number | null;
  /** In the whole life of the rule. */
  readonly perValidity: number | null;
}

/** How much a rule may give to all members together. `fen` counts points by the brand's cost of a point. */
export interface Budget {
  readonly unit: 'points' | 'fen';
  readonly total: number | null;
  readonly perStore: number | null;
}

/**
 * Rules of one group do not simply add up: `best` keeps the one that gives most, `first` the one of the highest priority,
 * `all` adds them (a group of its own for the linter and for people).
 */
export interface Stacking {
  readonly group: string;
  readonly mode: 'all' | 'best' | 'first';
}

/** When the points that a rule gives can be used, and how long; nulls: as the programme says. */
export interface LotTerms {
  readonly activateAfterDays: number | null;
  /** Name of an event (a trigger, or a custom event) of the member that makes them usable. */
  readonly activateOn: string | null;
  readonly expireAfterDays: number | null;
}

/** A condition as a JsonLogic tree over the facts of `fact-catalogue.ts`. */
export type JsonLogic = { readonly [operator: string]: unknown };

/** What a manager writes. Each change of it is a new, immutable version. */
export interface RuleDraft {
  readonly name: string;
  readonly trigger: RuleTrigger;
  /** With trigger `custom`: the event's name. */
  readonly customEvent: string | null;
  /** With trigger `schedule`: an RFC 5545 rule of days (`FREQ=MONTHLY;BYMONTHDAY=8`), from the hour on. */
  readonly schedule: { readonly rrule: string; readonly hour: number } | null;
  readonly condition: JsonLogic | null;
  readonly lines: LineFilter | null;
  readonly effect: RuleEffect;
  readonly lot: LotTerms | null;
  readonly stacking: Stacking | null;
  /** While it applies, of all other rules only basic points (`points-per-amount`) stay. The highest priority wins. */
  readonly exclusive: boolean;
  /** −1000 … 1000; the higher works first. */
  readonly priority: number;
  readonly caps: Caps;
  readonly budget: Budget | null;
  readonly validFrom: string | null;
  /** Half-open. */
  readonly validUntil: string | null;
  readonly stores: readonly StoreId[] | null;
  readonly channels: readonly string[] | null;
}

export const NO_CAPS: Caps = { perPurchase: null, perDay: null, perWeek: null, perMonth: null, perValidity: null };

/** The fields that most drafts leave as they are. */
export const PLAIN_DRAFT: Omit<RuleDraft, 'name' | 'trigger' | 'effect'> = {
  customEvent: null,
  schedule: null,
  condition: null,
  lines: null,
  lot: null,
  stacking: null,
  exclusive: false,
  priority: 0,
  caps: NO_CAPS,
  budget: null,
  validFrom: null,
  validUntil: null,
  stores: null,
  channels: null,
};

/** draft → active → paused → retired. A rule that was never approved is a draft. */
export type RuleStatus = 'draft' | 'active' | 'paused' | 'retired';
/** Approval belongs to a version: an active rule goes on judging by its approved version while the next one is reviewed. */
export type VersionState = 'draft' | 'in-review' | 'approved' | 'rejected' | 'superseded';

/** A compiled question to the facts. The same facts give the same answer. */
export interface Test {
  holds(facts: object): boolean;
  /** The one comparison that it is, when it is no more. */
  readonly leaf?: Leaf | null;
}

/** A compiled condition, made outside the rules (they import no engine): asks the facts, and shows what it looked at. */
export interface Condition extends Test {
  values(facts: object): Readonly<Record<string, unknown>>;
  /** What must hold together; conditions that ask the same share the very test, so that it is asked once per event. */
  readonly parts?: readonly Test[];
}

/** One approved version, ready to judge. */
export interface JudgingRule {
  readonly ruleId: string;
  readonly version: number;
  /** `<ruleId>.<version>`: how traces name it. */
  readonly key: string;
  readonly draft: RuleDraft;
  readonly valid: Period;
  readonly stores: ReadonlySet<StoreId> | null;
  readonly channels: ReadonlySet<string> | null;
  readonly condition: Condition | null;
  /** The condition, or the effect, looks at `eligible`. */
  readonly readsEligible: boolean;
}
