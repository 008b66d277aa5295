import { AudienceRepository } from '@fanloop/coupons';
import type { Clock } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AudienceMembers } from '../reads/audience-members.read';
import { type Hold, IssueProgress } from '../store/issue-progress';

/**
 * Writes down who the issue is for, one page in one transaction with the place from which it goes on: a killed worker repeats
 * nobody, and who joins behind that place and later is looked at once, or not any more.
 */
@Injectable()
export class FreezeAudience {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly progress: IssueProgress,
    private readonly audiences: AudienceRepository,
    private readonly members: AudienceMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** False when the issue is not this worker's any more. */
  async page(hold: Hold): Promise<boolean> {
    const { issue } = hold;
    const page = await this.members.page(issue.conditions, issue.frozenTo);
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.progress.keep(tx, hold))) return false;
      if (page === null)
        return issue.members > 0
          ? this.progress.begin(tx, issue)
          : this.progress.end(tx, issue, 'failed', '开始时没有会员符合条件');
      const audienceId = issue.audienceId ?? (await this.audiences.create(tx, issue.name, this.clock.now()));
      const members = await this.audiences.append(tx, audienceId, page.members);
      if (!(await this.progress.freeze(tx, issue, { audienceId, frozenTo: page.last, members })))
        throw new Error(`issue ${issue.issueId} changed under its lock`);
      return true;
    });
  }
}
