import type { Actor } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { LoyaltySettings } from '../rules/settings';
import { ProgrammeRepository } from '../store/programme.repository';

/** The brand decides how long points live and what a refund of spent points does; from now on, never backwards. */
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
      const { settings: before } = await this.programmes.current(tx);
      const settings = { ...before, ...command.settings };
      await this.programmes.changeSettings(tx, settings);
      const details = { before, after: settings };
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'loyalty.settings-changed',
        subject: 'programme',
        details,
      });
      return settings;
    });
  }
}
