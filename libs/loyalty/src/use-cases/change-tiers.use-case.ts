import type { Actor } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { TierSettings } from '../rules/settings';
import { assertTiers } from '../rules/tiers/tier-checks';
import { rankOf, type Tier } from '../rules/tiers/tiers';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { holdersOf, tiersVersion } from '../store/tier-holders';
import { askForRecheck } from '../store/tier-recheck';
import { replaceTier } from '../store/tier-table';

export interface ChangeTiersCommand {
  readonly tiers: readonly Tier[];
  readonly settings: TierSettings;
  /** The state that the manager saw (`tiersVersion`). */
  readonly version: string;
  /** Where members of a tier go that is left out, by code. */
  readonly moves: Readonly<Record<string, string>>;
  readonly actor: Actor;
}

/**
 * Saves the brand's tiers as a whole. Windows that were promised stay; new thresholds lift members soon after (`RecheckTiers`) and lower
 * nobody before the window's end. A tier that members hold leaves only with a place for them.
 */
@Injectable()
export class ChangeTiers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programmes: ProgrammeRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Throws TiersNotValid, TiersChanged (somebody else saved in between), TierHeld. */
  async execute({ tiers, settings, version, moves, actor }: ChangeTiersCommand): Promise<void> {
    assertTiers(tiers, settings);
    await this.unitOfWork.run(async (tx) => {
      // The programme's row lets one change in after the other.
      await this.programmes.touch(tx);
      const before = await this.programmes.current(tx);
      if (tiersVersion(before) !== version) throw refuse('TiersChanged');
      await this.programmes.saveTiers(tx, tiers);
      await this.programmes.changeSettings(tx, { ...before.settings, tiers: settings });
      for (const gone of before.tiers.filter(({ code }) => rankOf(tiers, code) < 0)) {
        const chosen = moves[gone.code];
        if (chosen === undefined) {
          const members = await holdersOf(tx, gone.code);
          if (members > 0) throw refuse('TierHeld', { name: gone.name, members });
        } else if (rankOf(tiers, chosen) < 0) throw refuse('TiersNotValid', { problem: `没有等级「${chosen}」` });
        await replaceTier(tx, gone.code, chosen ?? placeBelow(before.tiers, tiers, gone.code));
      }
      await askForRecheck(tx);
      const details = { before: briefOf(before.tiers, before.settings.tiers), after: briefOf(tiers, settings), moves };
      await this.audit.append(tx, { actor, action: 'loyalty.tiers-changed', subject: 'programme', details });
    });
  }
}

/** The nearest tier below that stays: for a tier that nobody holds, and for whoever rises to it while it is being taken away. */
const placeBelow = (before: readonly Tier[], after: readonly Tier[], code: string): string => {
  const lower = before.slice(0, rankOf(before, code)).findLast((tier) => rankOf(after, tier.code) >= 0);
  return lower?.code ?? after[0]!.code;
};

const briefOf = (tiers: Programme['tiers'], settings: TierSettings) => ({
  settings,
  tiers: tiers.map(({ code, name, enterAt, keepAt, leaveAt }) => ({ code, name, enterAt, keepAt, leaveAt })),
});
