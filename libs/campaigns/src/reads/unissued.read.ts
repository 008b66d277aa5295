import { AudienceRepository, reasonOf } from '@fanloop/coupons';
import { MembersDoor } from '@fanloop/members';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { Skip } from '../rules/chunk';
import { refuse } from '../rules/refusals';
import { skipReason } from '../rules/skip-reason';
import { type Issue, IssueRepository } from '../store/issue.repository';
import { SkipRepository } from '../store/skip.repository';

/** A member of the audience who did not get all. */
export interface Unissued {
  readonly position: number;
  readonly memberId: string;
  readonly memberNo: string;
  readonly nickname: string;
  readonly why: string;
  /** Coupons. */
  readonly missing: number;
}

const NOT_REACHED = 'NotReached';
const CSV_PAGE = 1000;

/** Who of an audience did not get all, and why: those who were passed over, then those whom the issue has not reached. */
@Injectable()
export class UnissuedRead {
  constructor(
    private readonly reader: Reader,
    private readonly issues: IssueRepository,
    private readonly skips: SkipRepository,
    private readonly audiences: AudienceRepository,
    private readonly members: MembersDoor,
  ) {}

  /** Behind a position of the audience, in its order. Throws IssueNotFound. */
  async page(issueId: string, after: number, limit: number): Promise<Unissued[]> {
    return this.named(await this.rows(await this.issue(issueId), after, limit));
  }

  /** All of them as a CSV, in parts. Throws IssueNotFound with the first. */
  async *csv(issueId: string): AsyncGenerator<string> {
    const issue = await this.issue(issueId);
    yield `\uFEFF${line(['会员号', '昵称', '原因', '少发张数'])}`;
    for (let after = 0; ; ) {
      const rows = await this.named(await this.rows(issue, after, CSV_PAGE));
      if (rows.length === 0) return;
      yield rows.map(({ memberNo, nickname, why, missing }) => line([memberNo, nickname, why, missing])).join('');
      after = rows.at(-1)!.position;
    }
  }

  private async issue(issueId: string): Promise<Issue> {
    const issue = await this.issues.find(this.reader, issueId);
    if (!issue) throw refuse('IssueNotFound');
    return issue;
  }

  private async rows(issue: Issue, after: number, limit: number): Promise<Skip[]> {
    const skips = after < issue.doneTo ? await this.skips.page(this.reader, issue.issueId, after, limit) : [];
    // One that still runs has reached nobody too late yet.
    if (skips.length === limit || issue.audienceId === null || issue.state === 'running') return skips;
    const from = Math.max(after, issue.doneTo);
    const left = await this.audiences.page(this.reader, issue.audienceId, from, limit - skips.length);
    const rest = left.map((memberId, i): Skip => {
      const position = from + i + 1;
      const got = position === issue.doneTo + 1 ? issue.carried : 0;
      return { position, memberId, reason: issue.heldBy ?? NOT_REACHED, missing: issue.copies - got };
    });
    return [...skips, ...rest];
  }

  private async named(skips: readonly Skip[]): Promise<Unissued[]> {
    const members = await this.members.summaries(skips.map(({ memberId }) => memberId));
    return skips.map(({ position, memberId, reason, missing }) => ({
      position,
      memberId,
      memberNo: members.get(memberId)?.memberNo ?? '',
      nickname: members.get(memberId)?.nickname ?? '',
      why: reason === NOT_REACHED ? '没有轮到' : (skipReason(reason) ?? reasonOf(reason)),
      missing,
    }));
  }
}

/** A text that a spreadsheet would take for a formula is escaped. */
const line = (cells: readonly (string | number)[]): string =>
  stringify([cells], { escape_formulas: true, record_delimiter: 'windows' });
