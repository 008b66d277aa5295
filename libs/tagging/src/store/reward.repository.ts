import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export type RewardState = 'held' | 'withdrawn' | 'refused' | 'dismissed';

/** A tag that a rule gave, or would have given. `reference` and `ruleId` together name it once. */
export interface TagReward {
  readonly id: string;
  readonly reference: string;
  readonly ruleId: string;
  readonly memberId: string;
  readonly tagCode: string;
  readonly ruleName: string;
  readonly state: RewardState;
  /** Why it could not be given; the code of a refusal. */
  readonly refusal: string | null;
  readonly at: Date;
}

const COLUMNS = `id, reference, rule_id AS ruleId, member_id AS memberId, tag_code AS tagCode, rule_name AS ruleName, state,
   refusal, at`;

@Injectable()
export class RewardRepository {
  /** Those of these grants that are known already, by `nameOf`. */
  async known(tx: Tx, grants: readonly Pick<TagReward, 'reference' | 'ruleId'>[]): Promise<Map<string, TagReward>> {
    if (grants.length === 0) return new Map();
    const rows = await tx.query<TagReward>(
      `SELECT ${COLUMNS} FROM tagging_reward WHERE (reference, rule_id) IN (?) ORDER BY id FOR UPDATE`,
      [grants.map(({ reference, ruleId }) => [reference, ruleId])],
    );
    return new Map(rows.map((row) => [nameOf(row), row]));
  }

  async insert(tx: Tx, rewards: readonly Omit<TagReward, 'id'>[]): Promise<void> {
    if (rewards.length === 0) return;
    await tx.execute(
      `INSERT INTO tagging_reward (reference, rule_id, member_id, tag_code, rule_name, state, refusal, at) VALUES ?`,
      [
        rewards.map((reward) => [
          reward.reference,
          reward.ruleId,
          reward.memberId,
          reward.tagCode.slice(0, 64),
          reward.ruleName.slice(0, 200),
          reward.state,
          reward.refusal,
          reward.at,
        ]),
      ],
    );
  }

  /** False when the reward is not in one of these states any more. */
  async move(tx: Tx, id: string, from: readonly RewardState[], to: RewardState): Promise<boolean> {
    const { affectedRows } = await tx.execute('UPDATE tagging_reward SET state = ? WHERE id = ? AND state IN (?)', [
      to,
      id,
      from,
    ]);
    return affectedRows === 1;
  }

  /** Whether another reward still holds the tag for the member. */
  async heldByAnother(tx: Tx, { memberId, tagCode, id }: Pick<TagReward, 'memberId' | 'tagCode' | 'id'>) {
    const [row] = await tx.query(
      "SELECT 1 FROM tagging_reward WHERE member_id = ? AND tag_code = ? AND state = 'held' AND id <> ? LIMIT 1",
      [memberId, tagCode, id],
    );
    return row !== undefined;
  }

  async lock(tx: Tx, id: string): Promise<TagReward | null> {
    const [row] = await tx.query<TagReward>(`SELECT ${COLUMNS} FROM tagging_reward WHERE id = ? FOR UPDATE`, [id]);
    return row ?? null;
  }
}

export const nameOf = ({ reference, ruleId }: Pick<TagReward, 'reference' | 'ruleId'>): string =>
  `${reference} ${ruleId}`;
