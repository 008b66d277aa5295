import { createHash } from 'node:crypto';
import { type Actor, actorLabel } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { TakenLine } from '../../rules/codes/code-lines';
import { refuseCode } from '../../rules/codes/code-refusals';
import { CodeBatchRepository } from '../../store/code-batch.repository';
import { CodeSourceRepository } from '../../store/code-source.repository';
import { TemplateRepository } from '../../store/template.repository';
import { assertBatch } from './assert-batch';
import { DeedTools } from './deed-tools';
import { type ChosenColumn, type LookedThrough, LookThroughCodes } from './look-through-codes.use-case';

export interface ImportCodesCommand extends ChosenColumn {
  readonly templateId: string;
  readonly name: string;
  /** What a line that is no code, or is there already, does to the others. */
  readonly onFault: 'skip' | 'refuse';
  readonly usableUntil: Date | null;
  readonly actor: Actor;
}

/** Faulty lines that are kept to be shown; all are counted. */
const MOST_SHOWN = 500;

/**
 * Takes codes that were made elsewhere. The file is looked through at once, so that its faults are told at once; a worker writes the
 * codes (RunCodeBatches). The same file becomes one batch only.
 */
@Injectable()
export class ImportCodes {
  constructor(
    private readonly look: LookThroughCodes,
    private readonly batches: CodeBatchRepository,
    private readonly source: CodeSourceRepository,
    private readonly templates: TemplateRepository,
    private readonly tools: DeedTools,
  ) {}

  /**
   * The batch's id. Throws TemplateNotFound, TemplateEnded, CodeBatchInvalid, CodeFileUnreadable, CodeFileEmpty, CodeFileKnown, CodeFileFaulty.
   */
  async execute(command: ImportCodesCommand): Promise<string> {
    const found = await this.look.sort(command);
    const { taken, faulty } = found;
    const parts = this.source.sealed(taken);
    const sourceHash = createHash('sha256').update(`${command.templateId}\n${command.content}`).digest('hex');
    return this.tools.unitOfWork.run(async (tx) => {
      // Its row is locked, so that the same file twice at once comes one after the other.
      const template = (await this.templates.lock(tx, [command.templateId])).get(command.templateId) ?? null;
      const { name } = assertBatch(template, command, this.batches.now());
      const batchId = await this.batches.withSource(tx, sourceHash);
      if (batchId) throw refuseCode('CodeFileKnown', { batchId });
      if (faulty.length > 0 && command.onFault === 'refuse')
        throw refuseCode('CodeFileFaulty', { faulty: faulty.length });
      if (taken.length === 0) throw refuseCode('CodeFileEmpty');
      const written = await this.write(tx, { ...command, name }, found, sourceHash);
      await this.source.keep(tx, written, parts);
      return written;
    });
  }

  private async write(tx: Tx, command: ImportCodesCommand, { taken, faulty }: LookedThrough, sourceHash: string) {
    const { templateId, name, caseSensitive, usableUntil, onFault, actor } = command;
    const batchId = await this.batches.insert(tx, {
      templateId,
      name,
      form: null,
      caseSensitive,
      lengths: lengthsOf(taken),
      wanted: taken.length,
      usableUntil,
      report: faulty.slice(0, MOST_SHOWN),
      skipped: faulty.length,
      sourceHash,
      strict: onFault === 'refuse',
      createdBy: actorLabel(actor),
    });
    await this.tools.audit.append(tx, {
      actor,
      action: 'coupons.codes-imported',
      subject: `code-batch:${batchId}`,
      details: { templateId, codes: taken.length, skipped: faulty.length },
    });
    return batchId;
  }
}

const lengthsOf = (taken: readonly TakenLine[]): { least: number; most: number } => {
  const lengths = taken.map(({ key }) => key.replace(/^=/, '').length);
  return { least: lengths.reduce((a, b) => Math.min(a, b)), most: lengths.reduce((a, b) => Math.max(a, b)) };
};
