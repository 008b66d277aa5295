import { createHash } from 'node:crypto';
import type { Actor } from '@fanloop/kernel';
import { actorLabel } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuseSale } from '../rules/refusals';
import { readCsv } from '../store/csv';
import { ImportRepository } from '../store/import.repository';

const MOST_MB = 32;

export interface CreatedImport {
  readonly importId: string;
  readonly columns: readonly { readonly name: string; readonly sample: readonly string[] }[];
  readonly rows: number;
}

/** Keeps an uploaded file and tells what its columns hold. Nothing is recorded yet. */
@Injectable()
export class CreateImport {
  constructor(
    private readonly imports: ImportRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  async execute(command: { fileName: string; content: string; actor: Actor }): Promise<CreatedImport> {
    if (Buffer.byteLength(command.content) > MOST_MB * 1024 * 1024)
      throw refuseSale('ImportTooLarge', { mostMb: MOST_MB });
    const table = await readCsv(command.content);
    if (table.records.length === 0) throw refuseSale('ImportEmpty');
    const importId = await this.unitOfWork.run(async (tx) => {
      const id = await this.imports.insert(tx, {
        fileName: command.fileName,
        content: command.content,
        hash: createHash('sha256').update(command.content).digest('hex'),
        rows: table.records.length,
        actor: actorLabel(command.actor),
      });
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'sales.import-created',
        subject: `import:${id}`,
        details: { rows: table.records.length },
      });
      return id;
    });
    const columns = table.columns.map((name, column) => ({
      name,
      sample: table.records.slice(0, 3).map((record) => record[column] ?? ''),
    }));
    return { importId, columns, rows: table.records.length };
  }
}
