import { messageOf } from '@fanloop/kernel';
import { Reader, randomId } from '@fanloop/platform';
import { Injectable, Logger } from '@nestjs/common';
import { type Issue, IssueRepository } from '../store/issue.repository';
import { IssueSteps } from '../store/issue-steps';
import { FreezeAudience } from './freeze-audience';
import { WriteIssued } from './write-issued';

/**
 * Runs bulk issues that are due, or whose worker died, one after another. It holds nothing in memory: each step reads the issue anew
 * and commits its own place, so a worker may be killed anywhere and another one goes on behind the last step.
 */
@Injectable()
export class RunIssues {
  private readonly logger = new Logger(RunIssues.name);

  constructor(
    private readonly issues: IssueRepository,
    private readonly steps: IssueSteps,
    private readonly freeze: FreezeAudience,
    private readonly written: WriteIssued,
    private readonly reader: Reader,
  ) {}

  /** How many it took up. */
  async execute(): Promise<number> {
    for (let taken = 0; ; taken += 1) {
      const owner = randomId();
      const issueId = await this.steps.unitOfWork.run((tx) => this.steps.progress.claim(tx, owner));
      if (issueId === null) return taken;
      await this.run(issueId, owner);
    }
  }

  private async run(issueId: string, owner: string): Promise<void> {
    try {
      while (await this.step(await this.issues.find(this.reader, issueId), owner));
      await this.steps.unitOfWork.run((tx) => this.steps.progress.release(tx, issueId, owner));
    } catch (error) {
      // The lease stays: another try follows when it is over, a few times.
      this.logger.error({ issueId, err: error }, 'a bulk issue was interrupted');
      await this.steps.unitOfWork.run((tx) => this.steps.progress.note(tx, issueId, owner, messageOf(error)));
    }
  }

  /** One step; false: nothing is left to do here, or it is somebody else's. */
  private step(issue: Issue | null, owner: string): Promise<boolean> | boolean {
    if (!issue) return false;
    if (issue.notify && issue.toldTo < issue.doneTo) return this.written.told.next(issue);
    if (issue.state === 'freezing') return this.freeze.page({ issue, owner });
    if (issue.state === 'running') return this.written.issued.next({ issue, owner });
    return false;
  }
}
