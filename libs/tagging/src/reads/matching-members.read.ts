import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** What a member must meet, all of it; null asks nothing. Within a list one entry is enough. */
export interface MemberFilter {
  readonly tags: readonly string[] | null;
  readonly fanTiers: readonly string[] | null;
  /** Of the last purchase. */
  readonly lastStoreIds: readonly string[] | null;
  readonly boughtSince: Date | null;
  /** Has bought, but not from this instant on. */
  readonly notBoughtSince: Date | null;
}

/** Which of some members meet a filter: asked in pages by walks over many, so ids come in and ids go out. */
@Injectable()
export class MatchingMembersRead {
  constructor(private readonly reader: Reader) {}

  async among(memberIds: readonly string[], filter: MemberFilter): Promise<Set<string>> {
    let left = [...memberIds];
    for (const { sql, params } of questions(filter)) {
      if (left.length === 0) break;
      const rows = await this.reader.query<{ member_id: string }>(sql, [left, ...params]);
      const found = new Set(rows.map((row) => row.member_id));
      left = left.filter((id) => found.has(id));
    }
    return new Set(left);
  }
}

interface Question {
  readonly sql: string;
  readonly params: readonly unknown[];
}

const questions = ({ tags, fanTiers, lastStoreIds, boughtSince, notBoughtSince }: MemberFilter): Question[] => [
  ...(tags
    ? [
        {
          sql: 'SELECT member_id FROM tagging_membership WHERE member_id IN (?) AND tag_code IN (?) AND is_open = 1',
          params: [tags],
        },
      ]
    : []),
  ...(fanTiers
    ? [{ sql: 'SELECT member_id FROM tagging_fan_tier WHERE member_id IN (?) AND code IN (?)', params: [fanTiers] }]
    : []),
  ...(boughtSince || notBoughtSince
    ? [
        {
          sql: `SELECT member_id FROM tagging_member_facts
                 WHERE member_id IN (?) ${boughtSince ? 'AND last_purchase_at >= ?' : ''}
                   ${notBoughtSince ? 'AND last_purchase_at < ?' : ''}`,
          params: [boughtSince, notBoughtSince].filter((at) => at !== null),
        },
      ]
    : []),
  ...(lastStoreIds
    ? [
        {
          sql: `SELECT f.member_id FROM tagging_member_facts f
                  JOIN tagging_purchase_fact p ON p.member_id = f.member_id AND p.at = f.last_purchase_at
                 WHERE f.member_id IN (?) AND p.store_id IN (?)`,
          params: [lastStoreIds],
        },
      ]
    : []),
];
