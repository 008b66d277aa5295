import type { CouponId, MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RewardState } from '../rules/reward';

/** One coupon that a rule gave, or would have given. `reference`, `ruleId` and `n` together name it once. */
export interface CouponReward {
  readonly id: string;
  readonly reference: string;
  readonly ruleId: string;
  /** 1, 2, …: of the coupons of one grant. */
  readonly n: number;
  readonly memberId: MemberId;
  readonly templateId: string;
  readonly ruleName: string;
  readonly state: RewardState;
  /** Why it could not be given; the code of a refusal. */
  readonly refusal: string | null;
  readonly couponId: CouponId | null;
  readonly at: Date;
}

const COLUMNS = `id, reference, rule_id AS ruleId, n, member_id AS memberId, template_id AS templateId, rule_name AS ruleName,
   state, refusal, coupon_id AS couponId, at`;

@Injectable()
export class RewardRepository {
  /** The coupons that are known of these grants, locked. */
  async known(tx: Tx, grants: readonly Pick<CouponReward, 'reference' | 'ruleId'>[]): Promise<CouponReward[]> {
    if (grants.length === 0) return [];
    return tx.query<CouponReward>(
      `SELECT ${COLUMNS} FROM coupons_reward WHERE (reference, rule_id) IN (?) ORDER BY id FOR UPDATE`,
      [grants.map(({ reference, ruleId }) => [reference, ruleId])],
    );
  }

  async insert(tx: Tx, rewards: readonly Omit<CouponReward, 'id'>[]): Promise<void> {
    if (rewards.length === 0) return;
    await tx.execute(
      `INSERT INTO coupons_reward
         (reference, rule_id, n, member_id, template_id, rule_name, state, refusal, coupon_id, at) VALUES ?`,
      [
        rewards.map((reward) => [
          reward.reference,
          reward.ruleId,
          reward.n,
          reward.memberId,
          reward.templateId,
          reward.ruleName.slice(0, 200),
          reward.state,
          reward.refusal,
          reward.couponId,
          reward.at,
        ]),
      ],
    );
  }

  /** False when the reward is not in that state any more. */
  async move(
    tx: Tx,
    { id, state }: Pick<CouponReward, 'id' | 'state'>,
    to: RewardState,
    couponId: CouponId | null = null,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE coupons_reward SET state = ?, coupon_id = COALESCE(?, coupon_id) WHERE id = ? AND state = ?',
      [to, couponId, id, state],
    );
    return affectedRows === 1;
  }

  async lock(tx: Tx, id: string): Promise<CouponReward | null> {
    const [row] = await tx.query<CouponReward>(`SELECT ${COLUMNS} FROM coupons_reward WHERE id = ? FOR UPDATE`, [id]);
    return row ?? null;
  }
}
