import { type IssuableTemplate, IssuableTemplateRead } from '@fanloop/coupons';
import { Injectable } from '@nestjs/common';
import { type AudienceConditions, assertConditions, audienceSentence } from '../rules/audience';
import { refuse } from '../rules/refusals';
import { AudienceMembers } from './audience-members.read';
import { ListReader } from './list-reader';

export interface AudienceCount {
  /** Active members who meet the conditions now. */
  readonly members: number;
  readonly sentence: string;
}

export interface IssuePreview extends AudienceCount {
  readonly template: IssuableTemplate;
}

/** What an issue would do, before anything is written. */
@Injectable()
export class AudiencePreviewRead {
  constructor(
    private readonly audience: AudienceMembers,
    private readonly lists: ListReader,
    private readonly templates: IssuableTemplateRead,
  ) {}

  /** Throws IssueInvalid, ListNotFound. */
  async count(conditions: AudienceConditions): Promise<AudienceCount> {
    assertConditions(conditions);
    if (conditions.list && !(await this.lists.exists(conditions.list.code))) throw refuse('ListNotFound');
    return { members: await this.audience.count(conditions), sentence: audienceSentence(conditions) };
  }

  /** Throws IssueInvalid, ListNotFound, TemplateNotFound. */
  async of(order: {
    readonly templateId: string;
    readonly startAt: Date | null;
    readonly conditions: AudienceConditions;
  }): Promise<IssuePreview> {
    const template = await this.templates.of(order.templateId, order.startAt ?? undefined);
    return { ...(await this.count(order.conditions)), template };
  }
}
