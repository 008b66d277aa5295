import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { reasonOf } from '../rules/refusals';

/** A tag that a rule should have given and could not. */
export interface RefusedTag {
  readonly id: string;
  readonly memberId: string;
  readonly tagCode: string;
  /** Null: there is no such tag. */
  readonly tagName: string | null;
  readonly ruleName: string;
  /** Why, in the manager's language. */
  readonly reason: string;
  readonly at: Date;
}

const SHOWN = 500;

/** What waits for a person to give it later, or to let it be. */
@Injectable()
export class RefusedTagsRead {
  constructor(private readonly reader: Reader) {}

  async count(): Promise<number> {
    const row = await this.reader.one<{ n: string }>(
      "SELECT COUNT(*) AS n FROM tagging_reward WHERE state = 'refused'",
    );
    return num(row?.n);
  }

  /** The newest first. */
  async list(): Promise<RefusedTag[]> {
    const rows = await this.reader.query<Omit<RefusedTag, 'reason'> & { refusal: string }>(
      `SELECT r.id, r.member_id AS memberId, r.tag_code AS tagCode, t.name AS tagName, r.rule_name AS ruleName, r.refusal, r.at
         FROM tagging_reward r LEFT JOIN tagging_tag t ON t.code = r.tag_code
        WHERE r.state = 'refused' ORDER BY r.id DESC LIMIT ?`,
      [SHOWN],
    );
    return rows.map(({ refusal, ...row }) => ({ ...row, reason: reasonOf(refusal) }));
  }
}
