import type { Clock, Fen } from '@fanloop/kernel';
import { announcedDay, CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { JudgingRule, RuleDraft } from '../rules/judging/rule';
import type { Names } from '../rules/judging/sentence-names';
import { type WorstCost, worstCostPer100 } from '../rules/lint/cost/worst-cost-per-100';
import { lintWithCost } from '../rules/lint/lint';
import type { LintInput, LintRule } from '../rules/lint/model/lint-input';
import type { Warning } from '../rules/lint/model/warning';
import type { TierSettings } from '../rules/settings';
import { BrandTime } from '../store/brand-time';
import { draftProblem } from '../store/draft-problem';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { RuleRepository } from '../store/rule.repository';

export interface LintQuery {
  /** A draft that need not be saved, among the active rules; with `ruleId` in place of that rule. */
  readonly draft?: RuleDraft;
  /** Without a draft: the newest version of this rule. Without both: all active rules. */
  readonly ruleId?: string;
  /** What stores and tags are called. Those that are left out do not exist; without a map, nothing is said of them. */
  readonly names?: Omit<Names, 'tiers' | 'wall'>;
}

export interface LintResult {
  /** What keeps the draft from judging at all; then nothing else is looked for. */
  readonly problem: string | null;
  readonly warnings: readonly Warning[];
  /** The dearest purchase under the rules with the draft among them. */
  readonly worst: WorstCost;
  /** What the rule under edit adds to it, in fen per ¥100; null when all rules were asked for. */
  readonly ownCostFen: Fen | null;
}

/** The id that a draft has in its warnings while it is not saved. */
export const UNSAVED_RULE = '0';

/** A manager asks what is unwise in a rule, or in all of them. Nothing is written, and nothing is kept from being saved. */
@Injectable()
export class LintRules {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly rules: RuleRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(query: LintQuery): Promise<LintResult> {
    const programme = await this.programmes.current(this.reader);
    const subject = await this.subject(query, programme);
    const others = programme.rules.filter(({ ruleId }) => ruleId !== subject?.ruleId).map(lintRule);
    const input = this.input(programme, subject ? [...others, subject] : others, query);
    const problem = subject ? draftProblem(subject.draft) : null;
    if (problem)
      return { problem, warnings: [], worst: worstCostPer100({ ...input, rules: others }), ownCostFen: null };
    const unsaved = query.ruleId === undefined ? subject?.ruleId : undefined;
    const { warnings, worst } = lintWithCost({ ...input, focus: subject?.ruleId });
    return {
      problem,
      warnings: warnings.map((warning) => named(warning, unsaved)),
      worst: namedCost(worst, unsaved),
      ownCostFen: subject ? worst.fen - worstCostPer100({ ...input, rules: others }).fen : null,
    };
  }

  private async subject({ draft, ruleId }: LintQuery, { rules }: Programme): Promise<LintRule | null> {
    if (ruleId !== undefined) {
      const { status, version, newest } = await this.rules.one(this.reader, ruleId);
      // Somebody asks about it, so it is meant to judge again.
      return {
        ruleId,
        version,
        status: status === 'retired' ? 'draft' : status,
        draft: nameable(draft ?? newest.draft),
      };
    }
    return draft ? { ruleId: nextId(rules), version: 1, status: 'draft', draft: nameable(draft) } : null;
  }

  private input({ tiers, settings }: Programme, rules: readonly LintRule[], { names }: LintQuery): LintInput {
    const now = this.clock.now();
    return {
      rules,
      tiers,
      settings: {
        fenPer100Points: settings.fenPer100Points,
        tierBasis: settings.tiers.basis,
        tierWindowMonths: monthsOf(settings.tiers),
        utcOffsetMinutes: this.time.offsetMinutes(now),
      },
      today: this.time.day(now),
      knownStores: names?.stores && [...names.stores.keys()],
      knownTags: names?.tags && [...names.tags.keys()],
      calendar: announcedDay,
      names: { ...names, wall: (iso) => this.time.wall(new Date(iso)) },
    };
  }
}

/** A draft on its way may have no name yet; that alone keeps nobody from looking at the rest. */
const nameable = (draft: RuleDraft): RuleDraft => (draft.name.trim() === '' ? { ...draft, name: '新规则' } : draft);

const lintRule = ({ ruleId, version, draft }: JudgingRule): LintRule => ({ ruleId, version, status: 'active', draft });

const monthsOf = ({ window }: TierSettings): number => (window.kind === 'rolling' ? window.months : 12);

/** A rule that is not saved yet would be the youngest: of equal priorities the older rule comes first. */
const nextId = (rules: readonly JudgingRule[]): string =>
  String(rules.reduce((most, { ruleId }) => Math.max(most, Number(ruleId)), 0) + 1);

const named = (warning: Warning, unsaved: string | undefined): Warning => {
  const name = (ruleId: string): string => (ruleId === unsaved ? UNSAVED_RULE : ruleId);
  return {
    ...warning,
    ruleId: name(warning.ruleId),
    ...(warning.otherRuleId === undefined ? {} : { otherRuleId: name(warning.otherRuleId) }),
    ...(warning.involved ? { involved: warning.involved.map(name) } : {}),
  };
};

const namedCost = (worst: WorstCost, unsaved: string | undefined): WorstCost => ({
  ...worst,
  shares: worst.shares.map((share) => (share.ruleId === unsaved ? { ...share, ruleId: UNSAVED_RULE } : share)),
});
