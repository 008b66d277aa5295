import { isDeepStrictEqual } from 'node:util';
import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { TemplateDraft } from '../rules/template';
import { TemplateRepository } from '../store/template.repository';
import { TemplateTexts } from '../store/template-texts';

export interface ReviseTemplateCommand {
  readonly templateId: string;
  readonly draft: TemplateDraft;
  readonly actor: Actor;
}

/**
 * Changes a template. Other terms become a new version, for claims from now on: coupons that members hold keep theirs.
 * Throws TemplateNotFound, TemplateEnded, TemplateInvalid, AudienceNotFound, StockBelowClaimed.
 */
@Injectable()
export class ReviseTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateRepository,
    private readonly texts: TemplateTexts,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ templateId, draft, actor }: ReviseTemplateCommand): Promise<void> {
    const { version, sentence } = await this.texts.write(draft);
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const template = (await this.templates.lock(tx, [templateId])).get(templateId);
      if (!template) throw refuse('TemplateNotFound');
      if (template.status === 'ended') throw refuse('TemplateEnded');
      if (draft.audienceId !== null && !(await this.templates.hasAudience(tx, draft.audienceId)))
        throw refuse('AudienceNotFound');
      if (!(await this.templates.revise(tx, templateId, draft, sentence, now)))
        throw refuse('StockBelowClaimed', { claimed: template.stock_total - template.stock_left });
      if (!isDeepStrictEqual(await this.templates.termsOf(tx, template), version))
        await this.templates.nameTerms(tx, templateId, version, now);
      await this.audit.append(tx, {
        actor,
        action: 'coupons.template-revised',
        subject: `coupon-template:${templateId}`,
        details: { before: template.sentence, after: sentence },
      });
    });
  }
}
