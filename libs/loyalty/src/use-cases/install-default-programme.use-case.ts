import { actorLabel, type Clock, systemActor } from '@fanloop/kernel';
import { CLOCK, num, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_RULES, DEFAULT_TIERS } from '../rules/default-programme';
import type { RuleDraft } from '../rules/judging/rule';
import type { Tier } from '../rules/tiers/tiers';
import { ProgrammeRepository } from '../store/programme.repository';
import { RuleRepository } from '../store/rule.repository';

/** Gives a brand that has none its first tiers and rules. What is there already is never touched. */
@Injectable()
export class InstallDefaultProgramme {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programmes: ProgrammeRepository,
    private readonly rules: RuleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    programme: { tiers?: readonly Tier[]; rules?: readonly RuleDraft[] } = {},
  ): Promise<{ installed: boolean }> {
    return this.unitOfWork.run(async (tx) => {
      // Two starts at once: the row of the programme lets one in after the other.
      await this.programmes.touch(tx);
      const [found] = await tx.query<{ n: string }>(
        'SELECT (SELECT COUNT(*) FROM loyalty_tier) + (SELECT COUNT(*) FROM loyalty_rule) AS n',
      );
      if (num(found?.n) > 0) return { installed: false };
      await this.programmes.saveTiers(tx, programme.tiers ?? DEFAULT_TIERS);
      const change = { at: this.clock.now(), by: actorLabel(systemActor('default-programme')) };
      for (const draft of programme.rules ?? DEFAULT_RULES) await this.rules.install(tx, draft, change);
      return { installed: true };
    });
  }
}
