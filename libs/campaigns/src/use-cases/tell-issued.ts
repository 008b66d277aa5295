import { AudienceRepository } from '@fanloop/coupons';
import type { Clock } from '@fanloop/kernel';
import { MembersDoor, TellMembers } from '@fanloop/members';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { issuedNotice } from '../rules/issued-notice';
import type { Issue } from '../store/issue.repository';
import { IssueSteps } from '../store/issue-steps';

const MEMBERS = 1000;

/**
 * Tells those who got coupons, in a transaction behind that of the coupons: the till does not wait for messages. Only who agreed to
 * such messages is told. The place moves with the messages, and each message is unique by issue and member: nobody reads it twice.
 */
@Injectable()
export class TellIssued {
  constructor(
    private readonly steps: IssueSteps,
    private readonly audiences: AudienceRepository,
    private readonly members: MembersDoor,
    private readonly tell: TellMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** False when another worker told them. */
  async next(issue: Issue): Promise<boolean> {
    const { issueId, audienceId, copies, toldTo, doneTo } = issue;
    return this.steps.unitOfWork.run(async (tx) => {
      const to = Math.min(doneTo, toldTo + MEMBERS);
      if (!(await this.steps.progress.tell(tx, issue, to))) return false;
      const ids = await this.audiences.page(tx, audienceId!, toldTo, to - toldTo);
      const skips = await this.steps.skips.between(tx, issueId, toldTo, to);
      const missing = new Map(skips.map((skip) => [skip.memberId, skip.missing]));
      const agreeing = await this.members.agreeing(ids, 'marketing');
      await this.tell.execute(
        tx,
        ids.flatMap((memberId) => {
          const coupons = copies - (missing.get(memberId) ?? 0);
          if (coupons === 0 || !agreeing.has(memberId)) return [];
          const notice = issuedNotice(issue.couponName, coupons);
          return [
            { ...notice, memberId, link: 'coupons', reference: `issue:${issueId}:${memberId}`, at: this.clock.now() },
          ];
        }),
      );
      return true;
    });
  }
}
