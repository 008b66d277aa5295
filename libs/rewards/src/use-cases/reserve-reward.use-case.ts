import { addMs } from '@fanloop/kernel';
import { PaymentsDoor } from '@fanloop/payments';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { RESERVED_MS, REWARD_PURPOSE } from '../rules/reward';
import { RewardStore } from '../store/reward-store';
import type { PlaceCommand } from './place-reward.use-case';

/** Keeps a reward for a quarter of an hour, until its part in ¥ is paid. Points and stock are taken before. */
@Injectable()
export class ReserveReward {
  constructor(
    private readonly store: RewardStore,
    private readonly payments: PaymentsDoor,
  ) {}

  /** The payment's number. */
  async execute(tx: Tx, { item, memberId, rewardNo, ordinal }: PlaceCommand, now: Date): Promise<string> {
    const { itemId, kind, title, terms, pricePoints, priceFen } = item;
    const expiresAt = addMs(now, RESERVED_MS);
    await this.store.rewards.insert(
      tx,
      {
        ...{ rewardNo, itemId, memberId, ordinal, kind, title, terms, pricePoints, priceFen },
        ...{ state: 'reserved', pickUpCode: null, expiresAt },
      },
      now,
    );
    return this.payments.start(tx, {
      purpose: REWARD_PURPOSE,
      reference: rewardNo,
      memberId,
      description: `积分商城「${title}」`,
      amountFen: priceFen,
      expiresAt,
    });
  }
}
