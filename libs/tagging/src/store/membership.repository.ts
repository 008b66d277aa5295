import { isDuplicateEntry, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export interface NewMembership {
  readonly tagCode: string;
  readonly version: number;
  readonly why: string;
  readonly at: Date;
  /** Given by a rule of the loyalty programme. */
  readonly byReward?: boolean;
}

/** Memberships of tags as intervals. Each method answers what really changed: that, and only that, is told to others. */
@Injectable()
export class MembershipRepository {
  /** Opens the membership of those who do not hold the tag; answers them. */
  async open(tx: Tx, memberIds: readonly string[], membership: NewMembership): Promise<string[]> {
    const ids = [...new Set(memberIds)];
    if (ids.length === 0) return [];
    const held = await this.holders(tx, membership.tagCode, ids);
    const entering = ids.filter((id) => !held.has(id));
    if (entering.length > 0) await this.insert(tx, entering, membership);
    return entering;
  }

  /** The same for one member, when a parallel transaction may do it as well. */
  async openOne(tx: Tx, memberId: string, membership: NewMembership): Promise<boolean> {
    try {
      return (await this.open(tx, [memberId], membership)).length > 0;
    } catch (error) {
      if (isDuplicateEntry(error)) return false;
      throw error;
    }
  }

  /** Ends the membership of those who hold the tag; answers them. `onlyRewards`: not of those to whom a person gave it. */
  async close(
    tx: Tx,
    memberIds: readonly string[],
    tagCode: string,
    at: Date,
    { onlyRewards = false }: { onlyRewards?: boolean } = {},
  ): Promise<string[]> {
    if (memberIds.length === 0) return [];
    const held = await this.holders(tx, tagCode, memberIds, onlyRewards ? 'AND by_reward = 1 ' : '');
    const leaving = [...held];
    if (leaving.length > 0)
      await tx.execute(
        'UPDATE tagging_membership SET is_open = NULL, valid_until = ? WHERE tag_code = ? AND is_open = 1 AND member_id IN (?)',
        [at, tagCode, leaving],
      );
    return leaving;
  }

  /** From now on a person answers for it: a reward that is withdrawn no longer ends it. */
  async confirm(tx: Tx, memberId: string, tagCode: string): Promise<void> {
    await tx.execute(
      'UPDATE tagging_membership SET by_reward = 0 WHERE member_id = ? AND tag_code = ? AND is_open = 1',
      [memberId, tagCode],
    );
  }

  /** Open memberships of the next members by id, with the moment of their beginning. */
  async nextMembers(
    db: Queryable,
    after: string,
    limit: number,
  ): Promise<Map<string, { tagCode: string; since: Date }[]>> {
    const ids = await db.query<{ member_id: string }>(
      'SELECT DISTINCT member_id FROM tagging_membership WHERE member_id > ? AND is_open = 1 ORDER BY member_id LIMIT ?',
      [after, limit],
    );
    if (ids.length === 0) return new Map();
    const rows = await db.query<{ member_id: string; tag_code: string; valid_from: Date }>(
      `SELECT member_id, tag_code, valid_from FROM tagging_membership
        WHERE member_id IN (?) AND is_open = 1 ORDER BY member_id, tag_code`,
      [ids.map((row) => row.member_id)],
    );
    const tags = new Map<string, { tagCode: string; since: Date }[]>(ids.map((row) => [row.member_id, []]));
    for (const row of rows) tags.get(row.member_id)!.push({ tagCode: row.tag_code, since: row.valid_from });
    return tags;
  }

  private async holders(tx: Tx, tagCode: string, ids: readonly string[], more = ''): Promise<Set<string>> {
    const rows = await tx.query<{ member_id: string }>(
      `SELECT member_id FROM tagging_membership WHERE tag_code = ? AND is_open = 1 AND member_id IN (?) ${more}FOR UPDATE`,
      [tagCode, ids],
    );
    return new Set(rows.map((row) => row.member_id));
  }

  private async insert(tx: Tx, ids: readonly string[], { tagCode, version, why, at, byReward }: NewMembership) {
    await tx.execute(
      'INSERT INTO tagging_membership (member_id, tag_code, valid_from, rule_version, why, by_reward) VALUES ?',
      [ids.map((id) => [id, tagCode, at, version, why, byReward ? 1 : 0])],
    );
  }
}
