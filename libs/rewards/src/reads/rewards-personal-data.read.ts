import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Every reward of a member, for the member's own export. */
@Injectable()
export class RewardsPersonalData implements PersonalDataSource {
  readonly context = 'rewards';

  constructor(private readonly reader: Reader) {}

  personalDataOf(memberId: MemberId): Promise<unknown> {
    return this.reader.query(
      `SELECT title, reward_no AS rewardNo, price_points AS pricePoints, price_fen AS priceFen, state, redeemed_at AS redeemedAt,
              expires_at AS expiresAt, ended_at AS endedAt, cancel_cause AS cancelCause
         FROM rewards_reward WHERE member_id = ? ORDER BY id`,
      [memberId],
    );
  }
}
