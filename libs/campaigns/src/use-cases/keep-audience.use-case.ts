import { AudienceRepository } from '@fanloop/coupons';
import type { Actor } from '@fanloop/kernel';
import { type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { AudienceMembers } from '../reads/audience-members.read';
import { AudiencePreviewRead } from '../reads/audience-preview.read';
import type { KeptAudience } from '../reads/kept-audience.read';
import type { AudienceConditions } from '../rules/audience';
import { refuse } from '../rules/refusals';
import { IssueTrail } from '../store/issue-trail';

/** So many are written while a person waits; more go by a bulk issue. */
const MOST_MEMBERS = 200_000;

/** Writes down who meets the conditions now, for a coupon that only they may claim. Who meets them later is not in it. */
@Injectable()
export class KeepAudience {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preview: AudiencePreviewRead,
    private readonly members: AudienceMembers,
    private readonly audiences: AudienceRepository,
    private readonly trail: IssueTrail,
  ) {}

  /** Throws IssueInvalid, ListNotFound, AudienceEmpty, AudienceTooLarge. */
  async execute(command: { readonly conditions: AudienceConditions; readonly actor: Actor }): Promise<KeptAudience> {
    const { conditions, actor } = command;
    const { members, sentence } = await this.preview.count(conditions);
    if (members === 0) throw refuse('AudienceEmpty');
    if (members > MOST_MEMBERS) throw refuse('AudienceTooLarge', { most: MOST_MEMBERS });
    return this.unitOfWork.run(async (tx) => {
      const name = [...sentence].slice(0, 100).join('');
      const audienceId = await this.audiences.create(tx, name, this.trail.clock.now());
      const size = await this.fill(tx, audienceId, conditions);
      await this.trail.audit.append(tx, {
        actor,
        action: 'campaigns.audience-kept',
        subject: `coupon-audience:${audienceId}`,
        details: { audience: sentence, members: size },
      });
      return { audienceId, name, members: size };
    });
  }

  private async fill(tx: Tx, audienceId: string, conditions: AudienceConditions): Promise<number> {
    let size = 0;
    for (let page = await this.members.page(conditions); page; page = await this.members.page(conditions, page.last))
      size = await this.audiences.append(tx, audienceId, page.members);
    return size;
  }
}
