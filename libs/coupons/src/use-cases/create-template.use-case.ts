import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { TemplateDraft } from '../rules/template';
import type { TemplateStatus } from '../rules/terms';
import { TemplateRepository } from '../store/template.repository';
import { TemplateTexts } from '../store/template-texts';

export interface CreateTemplateCommand {
  readonly draft: TemplateDraft;
  /** `paused`: made, but not to be claimed yet. */
  readonly status: Exclude<TemplateStatus, 'ended'>;
  readonly actor: Actor;
}

/** Makes a coupon that members may claim. Throws TemplateInvalid, AudienceNotFound. */
@Injectable()
export class CreateTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateRepository,
    private readonly texts: TemplateTexts,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The template's id. */
  async execute({ draft, status, actor }: CreateTemplateCommand): Promise<string> {
    const { version, sentence } = await this.texts.write(draft);
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      if (draft.audienceId !== null && !(await this.templates.hasAudience(tx, draft.audienceId)))
        throw refuse('AudienceNotFound');
      const templateId = await this.templates.insert(tx, draft, status, sentence, now);
      await this.templates.nameTerms(tx, templateId, version, now);
      await this.audit.append(tx, {
        actor,
        action: 'coupons.template-created',
        subject: `coupon-template:${templateId}`,
        details: { sentence },
      });
      return templateId;
    });
  }
}
