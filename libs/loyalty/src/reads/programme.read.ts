import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { sentenceOf } from '../rules/judging/sentence';
import type { LoyaltySettings } from '../rules/settings';
import type { Tier } from '../rules/tiers/tiers';
import { ProgrammeRepository } from '../store/programme.repository';
import { type OtherNames, RuleWords } from './rule-words';

/** The programme as people read it: tiers with the number of their members, and how points are earned. */
@Injectable()
export class ProgrammeRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly words: RuleWords,
  ) {}

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

  /** Sentences of the rules that judge now: how points are earned. */
  async waysToEarn(others: OtherNames = {}): Promise<string[]> {
    const names = await this.words.names(this.reader, others);
    const { rules } = await this.programmes.current(this.reader);
    return rules.map(({ draft }) => sentenceOf(draft, names));
  }
}
