import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type CouponReward, RewardRepository } from '../store/reward.repository';

const SHOWN = 500;

/** Coupons that rules should have given and could not, the newest first: for a person to decide. */
@Injectable()
export class RefusedCouponsRead {
  constructor(
    private readonly reader: Reader,
    private readonly rewards: RewardRepository,
  ) {}

  list(): Promise<CouponReward[]> {
    return this.rewards.refused(this.reader, SHOWN);
  }
}
