interface RewardFact {
  rewardId: string;
  itemId: string;
  memberId: string;
  at: string;
}

export interface RewardEvents {
  /** Points went, and the member holds the reward (or has it already: a coupon, a code, a donation). */
  'rewards.reward-redeemed.v1': RewardFact & {
    kind: 'coupon' | 'goods' | 'code' | 'entitlement' | 'donation';
    points: number;
  };
  'rewards.reward-picked-up.v1': RewardFact & { storeId: string; staffId: string };
  /** Stock and limit came back; `pointsReturned` is 0 only where the points account was closed before. */
  'rewards.reward-cancelled.v1': RewardFact & {
    cause: 'member' | 'manager' | 'expired' | 'account-closed' | 'not-paid' | 'undeliverable';
    pointsReturned: number;
  };
  /**
   * Money came for a reward and goes back by itself: it was given back meanwhile, or there is nothing to hand out any more. Neither
   * was ever told as redeemed.
   */
  'rewards.payment-returned.v1': RewardFact & {
    rewardNo: string;
    title: string;
    amountFen: number;
    why: 'given-back' | 'undeliverable';
  };
}
