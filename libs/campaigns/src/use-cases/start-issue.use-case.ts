import { type Actor, actorLabel } from '@fanloop/kernel';
import { Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { AudiencePreviewRead } from '../reads/audience-preview.read';
import type { AudienceConditions } from '../rules/audience';
import { assertDraft, type IssueDraft } from '../rules/issue';
import { refuse } from '../rules/refusals';
import { IssueRepository } from '../store/issue.repository';
import { IssueTrail } from '../store/issue-trail';

export interface StartIssueCommand {
  readonly draft: IssueDraft;
  readonly conditions: AudienceConditions;
  readonly actor: Actor;
  /** A second click is no second issue. */
  readonly idempotencyKey: string;
}

/** Orders a bulk issue, at once or at a time to come; a worker takes it up. */
@Injectable()
export class StartIssue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly issues: IssueRepository,
    private readonly preview: AudiencePreviewRead,
    private readonly trail: IssueTrail,
  ) {}

  /**
   * Answers its id. Throws IssueInvalid, TemplateNotFound, ListNotFound, and for what begins at once AudienceEmpty,
   * CouponNotIssuable, StockTooSmall; what begins later is held when its time comes.
   */
  execute(command: StartIssueCommand): Promise<string> {
    const { draft, conditions, actor } = command;
    const claim = {
      scope: `campaigns.start-issue:${actorLabel(actor)}`,
      key: command.idempotencyKey,
      input: { draft: { ...draft, startAt: draft.startAt?.toISOString() ?? null }, conditions },
    };
    return this.unitOfWork.run((tx) => this.idempotency.run(tx, claim, () => this.order(tx, command)));
  }

  private async order(tx: Tx, { draft, conditions, actor }: StartIssueCommand): Promise<string> {
    const now = this.trail.clock.now();
    assertDraft(draft, now);
    const { members, sentence, template } = await this.preview.of({ ...draft, conditions });
    if (members === 0) throw refuse('AudienceEmpty');
    if (template.why !== null) throw refuse('CouponNotIssuable', { why: template.why });
    const needed = members * draft.copies;
    if (draft.startAt === null && template.stockLeft < needed)
      throw refuse('StockTooSmall', { left: template.stockLeft, needed });
    const issueId = await this.issues.insert(tx, {
      ...draft,
      name: draft.name.trim(),
      couponName: template.name,
      conditions,
      sentence,
      startAt: draft.startAt ?? now,
      createdBy: actorLabel(actor),
    });
    await this.trail.audit.append(tx, {
      actor,
      action: 'campaigns.issue-ordered',
      subject: `bulk-issue:${issueId}`,
      details: { template: draft.templateId, copies: draft.copies, audience: sentence, members },
    });
    return issueId;
  }
}
