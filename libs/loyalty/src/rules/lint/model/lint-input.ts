import type { Fen } from '@fanloop/kernel';
import type { Day } from '../../calendar/days';
import type { RuleDraft, RuleStatus } from '../../judging/rule';
import type { Names } from '../../judging/sentence-names';

export interface LintRule {
  readonly ruleId: string;
  readonly version: number;
  /** Retired rules are left out; every other one is taken to judge, or to be about to. */
  readonly status: RuleStatus;
  readonly draft: RuleDraft;
}

export interface LintTier {
  readonly code: string;
  readonly name: string;
  readonly enterAt: number;
  readonly multiplierPercent: number;
}

export interface LintSettings {
  /** What 100 points cost the brand. */
  readonly fenPer100Points: Fen;
  /** From which cost per ¥100 on the linter warns; default `WORST_COST_FEN`. */
  readonly mostCostPer100Fen?: Fen;
  /** What tiers count; reachability is judged for `tier-points` only (the default). */
  readonly tierBasis?: 'tier-points' | 'net-spend' | 'visits';
  /** Months in which tier points count; default 12. */
  readonly tierWindowMonths?: number;
  /** The most that one member may be thought to spend in that window; default `MOST_SPEND_FEN`. */
  readonly mostSpendFen?: Fen;
  /** The brand's zone, for the days on which validities begin and end; default 480 (China). */
  readonly utcOffsetMinutes?: number;
}

/** What the Chinese calendar says of a day; `undefined` where it is not announced yet, so that nothing is concluded from it. */
export interface CalendarDay {
  readonly holiday: string | null | undefined;
  readonly isWorkday: boolean | undefined;
  readonly lunarMonthDay: string;
}

/** The rule under edit among the others that are active, and what the linter may know of the brand. What is left out is not checked. */
export interface LintInput {
  readonly rules: readonly LintRule[];
  readonly tiers: readonly LintTier[];
  readonly settings: LintSettings;
  readonly today: Day;
  /** Only what concerns this rule is looked for. Absent: all rules. */
  readonly focus?: string;
  /** Codes of tags that exist. */
  readonly knownTags?: readonly string[];
  /** Ids of stores that exist. */
  readonly knownStores?: readonly string[];
  /** Names of statutory days off, as facts spell them; default `HOLIDAY_NAMES`. */
  readonly knownHolidays?: readonly string[];
  readonly calendar?: (day: Day) => CalendarDay;
  /** Names behind ids, for the messages. */
  readonly names?: Partial<Names>;
}

/** How chinese-days, from which the facts come, names the statutory days off. */
export const HOLIDAY_NAMES: readonly string[] = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节'];
