import type { Actor } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { LoyaltySettings } from '../rules/settings';
import { settingsProblems } from '../rules/settings-checks';
import { ProgrammeRepository } from '../store/programme.repository';

/**
 * The brand decides how long points live and what a refund of spent points does; from now on, never backwards. Only the given
 * sections change: two people who save different sections at once do not overwrite each other. Throws SettingsNotValid.
 */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programmes: ProgrammeRepository,
    private readonly audit: AuditLog,
  ) {}

  async execute(command: {
    readonly settings: Partial<LoyaltySettings>;
    readonly actor: Actor;
  }): Promise<LoyaltySettings> {
    return this.unitOfWork.run(async (tx) => {
      // Holds the programme's row, so that what is read next is what this change is made from.
      await this.programmes.touch(tx);
      const { settings: before } = await this.programmes.current(tx);
      const settings = { ...before, ...command.settings };
      const [problem] = settingsProblems(settings);
      if (problem !== undefined) throw refuse('SettingsNotValid', { problem });
      await this.programmes.changeSettings(tx, settings);
      const changed = Object.keys(command.settings) as (keyof LoyaltySettings)[];
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'loyalty.settings-changed',
        subject: 'programme',
        details: { before: only(before, changed), after: only(settings, changed) },
      });
      return settings;
    });
  }
}

const only = (settings: LoyaltySettings, sections: readonly (keyof LoyaltySettings)[]): Partial<LoyaltySettings> =>
  Object.fromEntries(sections.map((section) => [section, settings[section]]));
