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
    cause: 'member' | 'manager' | 'expired' | 'account-closed';
    pointsReturned: number;
  };
}
