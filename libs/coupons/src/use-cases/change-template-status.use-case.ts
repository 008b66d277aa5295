import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { assertStatusChange } from '../rules/template';
import type { TemplateStatus } from '../rules/terms';
import { CouponRepository } from '../store/coupon.repository';
import { TemplateRepository } from '../store/template.repository';

/** What becomes of coupons that members hold and have not used when a coupon is ended. */
export interface VoidUnused {
  /** Told to the members. */
  readonly reason: string;
  /** How many the manager saw: not more than so many are taken away. */
  readonly seenUnused: number;
}

export interface ChangeTemplateStatusCommand {
  readonly templateId: string;
  readonly status: TemplateStatus;
  readonly actor: Actor;
  /** With a pause: what members hold cannot be used meanwhile either. */
  readonly pauseUse?: boolean;
  /** With the end: left out, what members hold stays usable. */
  readonly voidUnused?: VoidUnused | null;
}

/**
 * Pauses, resumes or ends a coupon: it takes the lock that claims take, so no claim that began before it is answered after it. A
 * pause stops claims; what members hold is a promise and stays usable, unless the manager stops its use as well. The end is for
 * good; what is unused stays usable to its own end, unless the manager voids it, with a reason and the number before the eyes.
 * Throws TemplateNotFound, TemplateEnded, EndChanged, EndReasonMissing.
 */
@Injectable()
export class ChangeTemplateStatus {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateRepository,
    private readonly coupons: CouponRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: ChangeTemplateStatusCommand): Promise<void> {
    const { templateId, status, actor } = command;
    await this.unitOfWork.run(async (tx) => {
      const template = (await this.templates.lock(tx, [templateId])).get(templateId);
      if (!template) throw refuse('TemplateNotFound');
      assertStatusChange(template.status, status);
      const pauseUse = status === 'paused' && command.pauseUse === true;
      if (template.status === status && (template.use_paused === 1) === pauseUse) return;
      await this.templates.setStatus(tx, templateId, status, this.clock.now(), pauseUse);
      const voided =
        status === 'ended' && command.voidUnused ? await this.voidUnused(tx, templateId, command.voidUnused) : null;
      await this.audit.append(tx, {
        actor,
        action: 'coupons.template-status-changed',
        subject: `coupon-template:${templateId}`,
        details: {
          from: template.status,
          to: status,
          ...(pauseUse ? { pauseUse } : {}),
          ...(voided ? { voided } : {}),
        },
      });
    });
  }

  private async voidUnused(tx: Tx, templateId: string, { reason, seenUnused }: VoidUnused) {
    if (reason.trim() === '') throw refuse('EndReasonMissing');
    const unused = await this.coupons.countUnused(tx, templateId, this.clock.now());
    if (unused > seenUnused) throw refuse('EndChanged', { unused });
    await this.templates.voidUnused(tx, templateId, reason.trim());
    return { unused, reason: reason.trim() };
  }
}
