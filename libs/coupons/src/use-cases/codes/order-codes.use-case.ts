import { type Actor, actorLabel } from '@fanloop/kernel';
import { AuditLog, Idempotency, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { assertCount, assertPattern, assertUnguessable, type CodePattern, compactOf } from '../../rules/codes/pattern';
import { CodeBatchRepository } from '../../store/code-batch.repository';
import { TemplateRepository } from '../../store/template.repository';
import { assertBatch } from './assert-batch';

export interface OrderCodesCommand {
  readonly templateId: string;
  readonly name: string;
  readonly form: CodePattern;
  readonly count: number;
  /** Codes can be used before this instant; null: until the batch is ended. */
  readonly usableUntil: Date | null;
  readonly actor: Actor;
  readonly idempotencyKey: string;
}

/** Orders codes for a coupon; a worker makes them (RunCodeBatches). */
@Injectable()
export class OrderCodes {
  constructor(
    private readonly batches: CodeBatchRepository,
    private readonly templates: TemplateRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  /** The batch's id. Throws TemplateNotFound, TemplateEnded, CodePatternInvalid, CodePatternWeak, CodeBatchInvalid. */
  execute(command: OrderCodesCommand): Promise<string> {
    const { templateId, name, form, count, usableUntil, actor, idempotencyKey: key } = command;
    assertPattern(form);
    assertCount(count);
    const input = { templateId, name, form, count, usableUntil: usableUntil?.toISOString() ?? null };
    return this.unitOfWork.run((tx) =>
      this.idempotency.run(tx, { scope: `coupons.order-codes:${actorLabel(actor)}`, key, input }, async () => {
        const at = assertBatch(await this.templates.byId(tx, templateId), command, this.batches.now());
        assertUnguessable(form, count + (await this.batches.alike(tx, form)));
        const length = compactOf(form.pattern).length;
        const batchId = await this.batches.insert(tx, {
          templateId,
          name: at.name,
          form,
          caseSensitive: false,
          lengths: { least: length, most: length },
          wanted: count,
          usableUntil,
          report: [],
          skipped: 0,
          sourceHash: null,
          strict: false,
          createdBy: actorLabel(actor),
        });
        await this.audit.append(tx, {
          actor,
          action: 'coupons.codes-ordered',
          subject: `code-batch:${batchId}`,
          details: { templateId, count, pattern: form.pattern },
        });
        return batchId;
      }),
    );
  }
}
