import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { RewardRepository, type TagReward } from '../store/reward.repository';

const SHOWN = 500;

/** Tags that rules should have given and could not, the newest first: for a person to decide. */
@Injectable()
export class RefusedTagsRead {
  constructor(
    private readonly reader: Reader,
    private readonly rewards: RewardRepository,
  ) {}

  list(): Promise<TagReward[]> {
    return this.rewards.refused(this.reader, SHOWN);
  }
}
