import type { Actor } from '@fanloop/kernel';
import { AuditLog, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { assertCancellable, assertResumable, type IssueState, type Standing } from '../rules/issue';
import { refuse } from '../rules/refusals';
import { type Issue, IssueRepository } from '../store/issue.repository';

export interface SteerIssueCommand {
  readonly issueId: string;
  readonly actor: Actor;
}

/** What a person does to an issue that was ordered. */
@Injectable()
export class SteerIssue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issues: IssueRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * What was issued stays; the chunk that is being written is the last. A second cancel changes nothing. Throws IssueNotFound,
   * IssueStateForbids.
   */
  cancel(command: SteerIssueCommand): Promise<void> {
    return this.steer(command, 'cancelled', assertCancellable, (tx, from) =>
      this.issues.cancel(tx, command.issueId, from),
    );
  }

  /** Goes on with the member at whom it stopped. Throws IssueNotFound, IssueStateForbids. */
  resume(command: SteerIssueCommand): Promise<void> {
    return this.steer(command, 'resumed', assertResumable, (tx, from) => this.issues.resume(tx, command.issueId, from));
  }

  private steer(
    { issueId, actor }: SteerIssueCommand,
    deed: 'cancelled' | 'resumed',
    assertAllowed: (issue: Standing) => void,
    move: (tx: Tx, from: readonly IssueState[]) => Promise<boolean>,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const issue = await this.locked(tx, issueId);
      if (issue.state === deed) return;
      assertAllowed(issue);
      if (!(await move(tx, [issue.state]))) throw new Error(`issue ${issueId} changed under its lock`);
      const { issued, issuedMembers, members } = issue;
      await this.audit.append(tx, {
        actor,
        action: `campaigns.issue-${deed}`,
        subject: `bulk-issue:${issueId}`,
        details: { issued, issuedMembers, members },
      });
    });
  }

  private async locked(tx: Tx, issueId: string): Promise<Issue> {
    await this.issues.lock(tx, issueId);
    const issue = await this.issues.find(tx, issueId);
    if (!issue) throw refuse('IssueNotFound');
    return issue;
  }
}
