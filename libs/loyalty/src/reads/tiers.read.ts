import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { TierSettings } from '../rules/settings';
import { currentCode } from '../rules/tiers/stair';
import type { Tier } from '../rules/tiers/tiers';
import { ProgrammeRepository } from '../store/programme.repository';
import { tiersVersion } from '../store/tier-holders';
import { waitingRecheck } from '../store/tier-recheck';

export interface TierList {
  readonly items: readonly (Tier & { readonly members: number })[];
  readonly settings: TierSettings;
  /** Names this state; saving asks for it. */
  readonly version: string;
  /** Members are being judged by the tiers that were saved last. */
  readonly isRechecking: boolean;
}

/** The brand's tiers with the number of their members. */
@Injectable()
export class TiersRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
  ) {}

  async execute(): Promise<TierList> {
    const programme = await this.programmes.current(this.reader);
    const { tiers, formerTiers, settings } = programme;
    const rows = await this.reader.query<{ tier_code: string | null; n: string }>(
      'SELECT tier_code, COUNT(*) AS n FROM loyalty_points_account WHERE closed_at IS NULL GROUP BY tier_code',
    );
    const counts = new Map<string | null, number>();
    for (const { tier_code, n } of rows) {
      const code = currentCode(tier_code, { tiers, successors: formerTiers.successors });
      counts.set(code, (counts.get(code) ?? 0) + num(n));
    }
    return {
      items: tiers.map((tier) => ({ ...tier, members: counts.get(tier.code) ?? 0 })),
      settings: settings.tiers,
      version: tiersVersion(programme),
      isRechecking: (await waitingRecheck(this.reader)) !== null,
    };
  }
}
