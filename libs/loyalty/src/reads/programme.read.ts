import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RuleDraft } from '../rules/judging/rule';
import { sentenceOf } from '../rules/judging/sentence';
import type { LoyaltySettings } from '../rules/settings';
import type { Tier } from '../rules/tiers/tiers';
import { ProgrammeRepository } from '../store/programme.repository';
import { RuleRepository, type StoredRule } from '../store/rule.repository';

export type RuleView = RuleDraft & Omit<StoredRule, 'draft'> & { readonly sentence: string };

export interface RuleVersionView {
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly summary: string;
}

/** The programme as people read it: rules as sentences, tiers with the number of their members. */
@Injectable()
export class ProgrammeRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly repository: RuleRepository,
  ) {}

  async rules(): Promise<RuleView[]> {
    const names = await this.tierNames();
    return (await this.repository.all(this.reader)).map((rule) => toView(rule, names));
  }

  async rule(ruleId: string): Promise<RuleView & { versions: RuleVersionView[] }> {
    const names = await this.tierNames();
    const rule = toView(await this.repository.one(this.reader, ruleId), names);
    const versions = await this.repository.versions(this.reader, ruleId);
    return {
      ...rule,
      versions: versions.map(({ version, at, by, draft }) => ({
        version,
        at,
        by,
        summary: sentenceOf(draft, { tiers: names }),
      })),
    };
  }

  async tiers(): Promise<(Tier & { members: number })[]> {
    const { tiers } = await this.programmes.current(this.reader);
    const rows = await this.reader.query<{ tier_code: string | null; n: string }>(
      'SELECT tier_code, COUNT(*) AS n FROM loyalty_points_account WHERE closed_at IS NULL GROUP BY tier_code',
    );
    const counts = new Map(rows.map((row) => [row.tier_code, num(row.n)]));
    return tiers.map((tier) => ({ ...tier, members: counts.get(tier.code) ?? 0 }));
  }

  async settings(): Promise<LoyaltySettings> {
    return (await this.programmes.current(this.reader)).settings;
  }

  /** Sentences of the active rules: how points are earned. */
  async waysToEarn(): Promise<string[]> {
    return (await this.rules()).filter((rule) => rule.status === 'active').map((rule) => rule.sentence);
  }

  private async tierNames(): Promise<Map<string, string>> {
    const { tiers } = await this.programmes.current(this.reader);
    return new Map(tiers.map((tier) => [tier.code, tier.name]));
  }
}

const toView = ({ draft, ...rule }: StoredRule, names: ReadonlyMap<string, string>): RuleView => ({
  ...draft,
  ...rule,
  sentence: sentenceOf(draft, { tiers: names }),
});
