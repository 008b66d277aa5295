import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { diffOf, type FieldChange } from '../rules/judging/diff';
import type { RuleDraft, RuleStatus, VersionState } from '../rules/judging/rule';
import { sentenceOf } from '../rules/judging/sentence';
import type { Names } from '../rules/judging/sentence-names';
import { refuse } from '../rules/refusals';
import { draftProblem } from '../store/draft-problem';
import { ProgrammeRepository } from '../store/programme.repository';
import { RuleRepository, type StoredRule } from '../store/rule.repository';
import type { StoredVersion } from '../store/rule-versions';
import { type RuleUsage, RuleUsageRead, type UsageCounts } from './rule-usage.read';
import { type OtherNames, RuleWords } from './rule-words';

export interface VersionView extends Omit<StoredVersion, 'ruleId'> {
  readonly sentence: string;
  /** In a rule's history: against the version before. Of what waits: against the version that judges. */
  readonly changes: readonly FieldChange[];
}

export interface RuleView {
  readonly ruleId: string;
  readonly status: RuleStatus;
  /** The newest version, and its state. */
  readonly version: number;
  readonly state: VersionState;
  readonly activeVersion: number | null;
  /** What judges; of a rule that was never approved, its newest version. */
  readonly draft: RuleDraft;
  readonly sentence: string;
  /** The newest version while it is not the one that judges. */
  readonly pending: VersionView | null;
  readonly usage: RuleUsage;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** Rules as managers live with them: what judges, what waits, what was before. */
@Injectable()
export class RulesRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly repository: RuleRepository,
    private readonly usage: RuleUsageRead,
    private readonly words: RuleWords,
  ) {}

  async all(others: OtherNames = {}): Promise<RuleView[]> {
    return this.views(await this.repository.all(this.reader), others);
  }

  async one(ruleId: string, others: OtherNames = {}): Promise<RuleView> {
    const [view] = await this.views([await this.repository.one(this.reader, ruleId)], others);
    return view!;
  }

  /** All versions, the newest first, each with what it changed. */
  async versions(ruleId: string, others: OtherNames = {}): Promise<VersionView[]> {
    const names = await this.words.names(this.reader, others);
    const versions = await this.repository.versions(this.reader, ruleId);
    return versions.map((version, i) => viewOf(version, versions[i + 1] ?? null, names));
  }

  /** What differs between any two versions of a rule. */
  async diff(ruleId: string, from: number, to: number, others: OtherNames = {}): Promise<FieldChange[]> {
    const names = await this.words.names(this.reader, others);
    const found = await this.repository.versionsOf(this.reader, [
      { ruleId, version: from },
      { ruleId, version: to },
    ]);
    const before = found.find(({ version }) => version === from);
    const after = found.find(({ version }) => version === to);
    if (!before || !after) throw refuse('RuleMissing');
    return diffOf(before.draft, after.draft, names);
  }

  /** A draft that need not be saved, as a sentence, and what keeps it from being saved. */
  async sentence(draft: RuleDraft, others: OtherNames = {}): Promise<{ sentence: string; problem: string | null }> {
    const names = await this.words.names(this.reader, others);
    return { sentence: sentenceOf(draft, names), problem: draftProblem(draft) };
  }

  private async views(rules: readonly StoredRule[], others: OtherNames): Promise<RuleView[]> {
    const [names, usage, { settings }, judging] = await Promise.all([
      this.words.names(this.reader, others),
      this.usage.execute(),
      this.programmes.current(this.reader),
      this.repository.versionsOf(this.reader, rules.flatMap(approvedBehind)),
    ]);
    const approved = new Map(judging.map((version) => [version.ruleId, version]));
    return rules.map((rule) => {
      const context = { names, usage, fenPer100Points: settings.fenPer100Points };
      return ruleView(rule, approved.get(rule.ruleId) ?? null, context);
    });
  }
}

/** The approved version where it is not the newest. */
const approvedBehind = ({ ruleId, version, activeVersion }: StoredRule) =>
  activeVersion === null || activeVersion === version ? [] : [{ ruleId, version: activeVersion }];

interface Context {
  readonly names: Names;
  readonly usage: UsageCounts;
  readonly fenPer100Points: number;
}

const ruleView = (
  rule: StoredRule,
  behind: StoredVersion | null,
  { names, usage, fenPer100Points }: Context,
): RuleView => {
  const { ruleId, status, version, state, activeVersion, newest, updatedAt, updatedBy } = rule;
  const shown = behind ?? newest;
  const waits = activeVersion !== version && status !== 'retired';
  return {
    ruleId,
    status,
    version,
    state,
    activeVersion,
    draft: shown.draft,
    sentence: sentenceOf(shown.draft, names),
    pending: waits ? viewOf(newest, behind, names) : null,
    usage: usage.of(ruleId, shown.draft.budget, fenPer100Points),
    updatedAt,
    updatedBy,
  };
};

const viewOf = ({ ruleId: _, ...version }: StoredVersion, before: StoredVersion | null, names: Names): VersionView => ({
  ...version,
  sentence: sentenceOf(version.draft, names),
  changes: before ? diffOf(before.draft, version.draft, names) : [],
});
