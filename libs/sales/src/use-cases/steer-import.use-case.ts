import type { Actor } from '@fanloop/kernel';
import { AuditLog, Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { faultOfSettings, ImportSettings } from '../rules/import/fields';
import { refuseSale } from '../rules/refusals';
import { readCsv } from '../store/csv';
import { ImportRepository, ImportState } from '../store/import.repository';

interface ImportCommand {
  readonly importId: string;
  readonly actor: Actor;
}

const FROM: Record<'mapped' | 'running' | 'cancelled', readonly ImportState[]> = {
  mapped: ['uploaded', 'mapped'],
  // A failed or cancelled run may go on from its checkpoint.
  running: ['mapped', 'failed', 'cancelled', 'running'],
  cancelled: ['uploaded', 'mapped', 'running', 'failed'],
};

/** What a person does to an import: tell what the columns mean, start it, stop it. */
@Injectable()
export class SteerImport {
  constructor(
    private readonly imports: ImportRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  async map(command: ImportCommand & { settings: ImportSettings }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const table = await readCsv(await this.imports.content(tx, command.importId));
      const fault = faultOfSettings(command.settings, table.columns);
      if (fault) throw refuseSale('MappingIncomplete', { problem: fault });
      await this.move(tx, command, 'mapped', command.settings);
    });
  }

  /** The worker takes it from here. An import that runs already goes on running. */
  run(command: ImportCommand): Promise<void> {
    return this.unitOfWork.run((tx) => this.move(tx, command, 'running'));
  }

  /** What was recorded stays; the next batch is not. */
  cancel(command: ImportCommand): Promise<void> {
    return this.unitOfWork.run((tx) => this.move(tx, command, 'cancelled'));
  }

  private async move(
    tx: Tx,
    command: ImportCommand,
    to: 'mapped' | 'running' | 'cancelled',
    settings?: ImportSettings,
  ): Promise<void> {
    const job = await this.imports.find(tx, command.importId, true);
    if (!job) throw refuseSale('ImportNotFound');
    if (job.state === to && to === 'running') return;
    if (!FROM[to].includes(job.state) || (to === 'running' && !job.settings))
      throw refuseSale('ImportStateForbids', { state: job.state });
    await this.imports.move(tx, command.importId, FROM[to], to, { settings });
    await this.audit.append(tx, {
      actor: command.actor,
      action: `sales.import-${to}`,
      subject: `import:${command.importId}`,
    });
  }
}
