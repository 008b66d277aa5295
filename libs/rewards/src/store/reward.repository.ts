import type { Fen, MemberId, Points, StoreId } from '@fanloop/kernel';
import { isDuplicateEntry, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ItemKind } from '../rules/item';
import { refuse } from '../rules/refusals';
import type { CancelCause, HeldReward, RewardState } from '../rules/reward';

export interface Reward extends HeldReward {
  readonly rewardId: string;
  readonly rewardNo: string;
  readonly itemId: string;
  readonly memberId: MemberId;
  readonly kind: ItemKind;
  readonly title: string;
  readonly pricePoints: Points;
  readonly priceFen: Fen;
}

export interface NewReward {
  readonly rewardNo: string;
  readonly itemId: string;
  readonly memberId: MemberId;
  readonly ordinal: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly terms: string;
  readonly pricePoints: Points;
  readonly priceFen: Fen;
  readonly state: RewardState;
  readonly pickUpCode: string | null;
  readonly expiresAt: Date | null;
}

export interface Ending {
  readonly state: 'cancelled' | 'expired';
  readonly cause: CancelCause;
  readonly note: string | null;
  readonly at: Date;
}

const COLUMNS = `id AS rewardId, reward_no AS rewardNo, item_id AS itemId, member_id AS memberId, kind, title,
  price_points AS pricePoints, price_fen AS priceFen, state, expires_at AS expiresAt, ended_at AS endedAt`;

/** Rewards. Every change of state is a conditional statement whose count is checked by the caller. */
@Injectable()
export class RewardRepository {
  /** The places of an item that a member holds, cancelled ones left out. Read after the member's account was locked. */
  async ordinals(tx: Tx, itemId: string, memberId: MemberId): Promise<number[]> {
    const rows = await tx.query<{ ordinal: number }>(
      'SELECT ordinal FROM rewards_reward WHERE item_id = ? AND member_id = ? AND ordinal > 0',
      [itemId, memberId],
    );
    return rows.map((row) => row.ordinal);
  }

  async insert(tx: Tx, reward: NewReward, now: Date): Promise<string> {
    try {
      const written = await tx.execute(
        `INSERT INTO rewards_reward
           (reward_no, item_id, member_id, ordinal, kind, title, terms, price_points, price_fen, state, pick_up_code,
            expires_at, redeemed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          reward.rewardNo,
          reward.itemId,
          reward.memberId,
          reward.ordinal,
          reward.kind,
          reward.title,
          reward.terms,
          reward.pricePoints,
          reward.priceFen,
          reward.state,
          reward.pickUpCode,
          reward.expiresAt,
          now,
        ],
      );
      return written.insertId;
    } catch (error) {
      // Only code that forgets the account's lock comes here: the key over (item, member, ordinal) keeps the limit.
      if (isDuplicateEntry(error)) throw refuse('LimitReached', { limit: reward.ordinal });
      throw error;
    }
  }

  async nameCoupon(tx: Tx, rewardId: string, couponId: string): Promise<void> {
    await tx.execute('UPDATE rewards_reward SET coupon_id = ? WHERE id = ?', [couponId, rewardId]);
  }

  /** Locks one reward by its number. */
  async lockByNumber(tx: Tx, rewardNo: string): Promise<Reward | null> {
    return this.locked(tx, 'reward_no = ?', [rewardNo]);
  }

  async lockByCode(tx: Tx, pickUpCode: string): Promise<Reward | null> {
    return this.locked(tx, 'pick_up_code = ?', [pickUpCode]);
  }

  /** In the order of their ids, as every way of locking many. */
  async lockByNumbers(tx: Tx, rewardNos: readonly string[]): Promise<Reward[]> {
    if (rewardNos.length === 0) return [];
    return tx.query<Reward>(`SELECT ${COLUMNS} FROM rewards_reward WHERE reward_no IN (?) ORDER BY id FOR UPDATE`, [
      rewardNos,
    ]);
  }

  /** Those whose time is over, locked; what another sweep holds is passed over. */
  async lockDue(tx: Tx, now: Date, count: number): Promise<Reward[]> {
    return tx.query<Reward>(
      `SELECT ${COLUMNS} FROM rewards_reward WHERE state = 'ready' AND expires_at <= ? ORDER BY expires_at, id LIMIT ?
        FOR UPDATE SKIP LOCKED`,
      [now, count],
    );
  }

  async lockOfMember(tx: Tx, memberId: MemberId): Promise<Reward[]> {
    return tx.query<Reward>(
      `SELECT ${COLUMNS} FROM rewards_reward WHERE member_id = ? AND state IN ('reserved', 'ready') ORDER BY id FOR UPDATE`,
      [memberId],
    );
  }

  /** It is paid for: false when it was not reserved (any more). */
  async markPaid(
    tx: Tx,
    rewardId: string,
    { state, pickUpCode, expiresAt }: Pick<NewReward, 'state' | 'pickUpCode' | 'expiresAt'>,
  ): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE rewards_reward SET state = ?, pick_up_code = ?, expires_at = ? WHERE id = ? AND state = 'reserved'`,
      [state, pickUpCode, expiresAt, rewardId],
    );
    return written.affectedRows === 1;
  }

  /** Ends what waits, and frees its place in the limit. The number of those that were really waiting. */
  async end(tx: Tx, rewardIds: readonly string[], { state, cause, note, at }: Ending): Promise<number> {
    const written = await tx.execute(
      `UPDATE rewards_reward SET state = ?, ordinal = NULL, ended_at = ?, cancel_cause = ?, cancel_note = ?
        WHERE id IN (?) AND state IN ('reserved', 'ready')`,
      [state, at, cause, note, rewardIds],
    );
    return written.affectedRows;
  }

  /** False when it does not (or no longer) wait. */
  async handOver(
    tx: Tx,
    rewardId: string,
    { storeId, staffId, at }: { readonly storeId: StoreId; readonly staffId: string; readonly at: Date },
  ): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE rewards_reward SET state = 'picked-up', ended_at = ?, store_id = ?, staff_id = ?
        WHERE id = ? AND state = 'ready' AND expires_at > ?`,
      [at, storeId, staffId, rewardId, at],
    );
    return written.affectedRows === 1;
  }

  private async locked(from: Queryable, where: string, params: readonly unknown[]): Promise<Reward | null> {
    const [row] = await from.query<Reward>(`SELECT ${COLUMNS} FROM rewards_reward WHERE ${where} FOR UPDATE`, params);
    return row ?? null;
  }
}
