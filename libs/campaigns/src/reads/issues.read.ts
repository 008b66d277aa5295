import { reasonOf } from '@fanloop/coupons';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { skipReason } from '../rules/skip-reason';
import { type Issue, IssueRepository } from '../store/issue.repository';
import { SkipRepository } from '../store/skip.repository';

export interface IssueView extends Issue {
  /** Of the frozen audience, in whole percent; 100 only when nobody is left. */
  readonly progressPercent: number;
  /** Members who are not dealt with yet, or will not be. */
  readonly left: number;
  /** Why it is held, in Chinese. */
  readonly heldWhy: string | null;
}

export interface IssueDetail extends IssueView {
  readonly reasons: readonly {
    readonly reason: string;
    readonly text: string;
    readonly members: number;
    readonly missing: number;
  }[];
}

/** Bulk issues for the console. */
@Injectable()
export class IssuesRead {
  constructor(
    private readonly reader: Reader,
    private readonly issues: IssueRepository,
    private readonly skips: SkipRepository,
  ) {}

  /** Newest first. */
  async page(page: number, pageSize: number): Promise<{ items: IssueView[]; total: number }> {
    const count = await this.reader.one<{ n: string }>('SELECT COUNT(*) AS n FROM campaigns_issue');
    return { items: (await this.issues.page(this.reader, page, pageSize)).map(viewOf), total: num(count?.n) };
  }

  /** How many wait for a person: held by their coupon, or given up. */
  async stopped(): Promise<number> {
    const count = await this.reader.one<{ n: string }>(
      "SELECT COUNT(*) AS n FROM campaigns_issue WHERE state IN ('held', 'failed')",
    );
    return num(count?.n);
  }

  /** Throws IssueNotFound. */
  async one(issueId: string): Promise<IssueDetail> {
    const issue = await this.issues.find(this.reader, issueId);
    if (!issue) throw refuse('IssueNotFound');
    const reasons = await this.skips.byReason(this.reader, issueId);
    return {
      ...viewOf(issue),
      reasons: reasons.map((row) => ({ ...row, text: skipReason(row.reason) ?? reasonOf(row.reason) })),
    };
  }
}

const viewOf = (issue: Issue): IssueView => ({
  ...issue,
  progressPercent: issue.members === 0 ? 0 : Math.floor((issue.doneTo * 100) / issue.members),
  left: issue.members - issue.doneTo,
  heldWhy: issue.heldBy === null ? null : (skipReason(issue.heldBy) ?? reasonOf(issue.heldBy)),
});
