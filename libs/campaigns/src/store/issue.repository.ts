import type { Clock } from '@fanloop/kernel';
import { CLOCK, json, type Queryable, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { AudienceConditions } from '../rules/audience';
import type { IssueDraft, IssueState } from '../rules/issue';

export interface Issue extends Omit<IssueDraft, 'startAt'> {
  readonly issueId: string;
  readonly couponName: string;
  readonly conditions: AudienceConditions;
  readonly sentence: string;
  readonly state: IssueState;
  /** The code of what holds it. */
  readonly heldBy: string | null;
  readonly startAt: Date;
  readonly audienceId: string | null;
  /** The last member id that was looked at while the audience was frozen. */
  readonly frozenTo: string;
  /** Of the frozen audience. */
  readonly members: number;
  /** The last position that is dealt with; the member behind it has `carried` coupons already. */
  readonly doneTo: number;
  readonly carried: number;
  readonly toldTo: number;
  /** Coupons. */
  readonly issued: number;
  readonly issuedMembers: number;
  readonly skipped: number;
  readonly failure: string | null;
  /** `staff:12`. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export type NewIssue = Pick<
  Issue,
  'name' | 'templateId' | 'couponName' | 'conditions' | 'sentence' | 'copies' | 'notify' | 'startAt' | 'createdBy'
>;

type IssueRow = Omit<Issue, 'conditions' | 'notify'> & { readonly conditions: unknown; readonly notify: number };

const COLUMNS = `id AS issueId, name, template_id AS templateId, coupon_name AS couponName, conditions, sentence, copies, notify, state,
  held_by AS heldBy, start_at AS startAt, audience_id AS audienceId, frozen_to AS frozenTo, members, done_position AS doneTo, carried,
  told_position AS toldTo, issued, issued_members AS issuedMembers, skipped, failure, created_by AS createdBy,
  created_at AS createdAt, started_at AS startedAt, finished_at AS finishedAt`;

/** Bulk issues as rows: made by people, ended by people. What a worker does to them is in `IssueProgress`. */
@Injectable()
export class IssueRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async insert(tx: Tx, issue: NewIssue): Promise<string> {
    const { insertId } = await tx.execute(
      `INSERT INTO campaigns_issue
         (name, template_id, coupon_name, conditions, sentence, copies, notify, state, start_at, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'planned', ?, ?, ?)`,
      [
        issue.name,
        issue.templateId,
        issue.couponName,
        JSON.stringify(issue.conditions),
        issue.sentence.slice(0, 1000),
        issue.copies,
        issue.notify ? 1 : 0,
        issue.startAt,
        issue.createdBy,
        this.clock.now(),
      ],
    );
    return insertId;
  }

  async find(from: Queryable, issueId: string): Promise<Issue | null> {
    const [row] = await from.query<IssueRow>(`SELECT ${COLUMNS} FROM campaigns_issue WHERE id = ?`, [issueId]);
    return row ? toIssue(row) : null;
  }

  /** Newest first. */
  async page(from: Queryable, page: number, pageSize: number): Promise<Issue[]> {
    const rows = await from.query<IssueRow>(
      `SELECT ${COLUMNS} FROM campaigns_issue ORDER BY id DESC LIMIT ? OFFSET ?`,
      [pageSize, (page - 1) * pageSize],
    );
    return rows.map(toIssue);
  }

  /** Waits for a chunk that is being written. */
  async lock(tx: Tx, issueId: string): Promise<void> {
    await tx.query('SELECT id FROM campaigns_issue WHERE id = ? FOR UPDATE', [issueId]);
  }

  /** False when it is in none of the states `from`. Waits for a chunk that is being written. */
  async cancel(tx: Tx, issueId: string, from: readonly IssueState[]): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE campaigns_issue SET state = 'cancelled', finished_at = ?, lease_owner = NULL, lease_until = NULL
        WHERE id = ? AND state IN (?)`,
      [this.clock.now(), issueId, from],
    );
    return affectedRows === 1;
  }

  /** Goes on where it stopped: with its audience where that is frozen already. */
  async resume(tx: Tx, issueId: string, from: readonly IssueState[]): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE campaigns_issue
          SET state = CASE WHEN started_at IS NULL THEN 'freezing' ELSE 'running' END, held_by = NULL, failure = NULL,
              attempts = 0, finished_at = NULL, lease_owner = NULL, lease_until = NULL
        WHERE id = ? AND state IN (?)`,
      [issueId, from],
    );
    return affectedRows === 1;
  }
}

const toIssue = (row: IssueRow): Issue => ({
  ...row,
  conditions: json<AudienceConditions>(row.conditions),
  notify: row.notify === 1,
});
