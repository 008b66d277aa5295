import { Injectable } from '@nestjs/common';
import { CodeRepository } from './code.repository';
import { ItemRepository } from './item.repository';
import { PickUpCodes } from './pick-up-codes';
import { RewardRepository } from './reward.repository';

/** The tables of the mall together, as most deeds need them. */
@Injectable()
export class RewardStore {
  constructor(
    readonly items: ItemRepository,
    readonly rewards: RewardRepository,
    readonly codes: CodeRepository,
    readonly pickUp: PickUpCodes,
  ) {}
}
