import type { Actor } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { checkUndoSettings, type UndoSettings } from '../rules/undo';
import { TillSettingsRepository } from '../store/till-settings.repository';

/** The brand decides how long a slip may be undone and who must agree; from now on. Throws UndoSettingsInvalid. */
@Injectable()
export class ChangeUndoSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: TillSettingsRepository,
    private readonly audit: AuditLog,
  ) {}

  async execute(after: UndoSettings, actor: Actor): Promise<void> {
    checkUndoSettings(after);
    await this.unitOfWork.run(async (tx) => {
      const before = await this.settings.undo(tx);
      await this.settings.save(tx, after);
      await this.audit.append(tx, {
        actor,
        action: 'counter.undo-settings-changed',
        subject: 'till',
        details: { before, after },
      });
    });
  }
}
