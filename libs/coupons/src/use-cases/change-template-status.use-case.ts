import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { assertStatusChange } from '../rules/template';
import type { TemplateStatus } from '../rules/terms';
import { TemplateRepository } from '../store/template.repository';

export interface ChangeTemplateStatusCommand {
  readonly templateId: string;
  readonly status: TemplateStatus;
  readonly actor: Actor;
}

/**
 * Pauses, resumes or ends the claiming of a coupon: it takes the lock that claims take, so no claim that began before it
 * is answered after it. Coupons that members hold stay usable. Throws TemplateNotFound, TemplateEnded.
 */
@Injectable()
export class ChangeTemplateStatus {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ templateId, status, actor }: ChangeTemplateStatusCommand): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const template = (await this.templates.lock(tx, [templateId])).get(templateId);
      if (!template) throw refuse('TemplateNotFound');
      assertStatusChange(template.status, status);
      if (template.status === status) return;
      await this.templates.setStatus(tx, templateId, status, this.clock.now());
      await this.audit.append(tx, {
        actor,
        action: 'coupons.template-status-changed',
        subject: `coupon-template:${templateId}`,
        details: { from: template.status, to: status },
      });
    });
  }
}
